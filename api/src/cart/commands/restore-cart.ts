import { accepted, type Result } from '../../kernel/result';
import type { CartOwner } from '../cart-owner';
import { goodsKey } from '../domain/line-goods';
import type { CartRepository } from '../persistence/cart.repository';
import type { CartLineRecord } from '../persistence/cart-lines';
import type { ChangeCart } from './change-cart';
import type { CartWish } from './wishes';

/** What came back of a cart. */
export interface RestoredCart {
  /** Lines that are in the caller's cart now as they were in the other. */
  readonly restoredLines: number;
  /** Lines of which there is less than there was, or nothing. */
  readonly missingLines: number;
}

/**
 * Brings what is in another cart into the caller's own. Of what both hold the larger quantity counts, so that coming
 * twice is coming once; what the shop no longer has is left out.
 */
export class RestoreCart {
  constructor(
    private readonly carts: CartRepository,
    private readonly change: ChangeCart,
  ) {}

  /** `isNew`: the caller had no cart so far. */
  async run(owner: CartOwner, cartId: string, isNew: boolean): Promise<Result<RestoredCart>> {
    const left = await this.carts.byId(cartId);
    const own = isNew ? undefined : await this.carts.find(owner);
    if (!left) return accepted({ restoredLines: 0, missingLines: 0 });
    if (left.id === own?.id) return accepted({ restoredLines: left.lines.length, missingLines: 0 });
    const quantities = new Map(own?.lines.map((line) => [goodsKey(line), line.quantity]));
    const wanting = left.lines.flatMap((line) => {
      const quantity = line.quantity - (quantities.get(goodsKey(line)) ?? 0);
      return quantity > 0 ? [{ ...line, quantity }] : [];
    });
    const there = left.lines.length - wanting.length;
    if (wanting.length === 0) return accepted({ restoredLines: there, missingLines: 0 });
    const all = await this.change.run(owner, { wishes: wanting.map(toWish), isNew: isNew && !own });
    if (all.ok) return accepted({ restoredLines: left.lines.length, missingLines: 0 });
    let restored = 0;
    for (const line of wanting) if (await this.restoreLine(owner, line)) restored += 1;
    const missingLines = wanting.length - restored;
    return accepted({ restoredLines: there + restored, missingLines });
  }

  /** Tells whether all of the line came back; if not, as much of it as there is does. */
  private async restoreLine(owner: CartOwner, line: CartLineRecord): Promise<boolean> {
    const done = await this.change.run(owner, { wishes: [toWish(line)] });
    if (done.ok) return true;
    const [shortage] = done.refusals;
    if (shortage?.code === 'INSUFFICIENT_STOCK' && !line.parts && shortage.available > 0) {
      const quantity = Math.min(shortage.available, line.quantity);
      await this.change.run(owner, { wishes: [toWish({ ...line, quantity })] });
    }
    return false;
  }
}

function toWish({ variationId, quantity, parts }: CartLineRecord): CartWish {
  return {
    kind: 'ADD',
    variationId,
    quantity,
    parts: parts && [...parts],
    path: [],
  };
}
