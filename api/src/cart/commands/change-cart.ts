import { z } from 'zod';

import type { CatalogReader } from '../../catalog';
import { shortage, type StockReadModel } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import type { CartOwner } from '../cart-owner';
import { MAX_LINE_QUANTITY, quantitiesAfterAdding, unknownLines } from '../domain/cart-change';
import type { CartEntity, CartLineEntity } from '../persistence/cart.entity';
import type { CartRepository } from '../persistence/cart.repository';

const LINES_PER_CALL = 100;
const quantity = z.number().int().min(1, 'Order at least one.').max(MAX_LINE_QUANTITY);
const additions = z
  .array(z.object({ variationId: idInput, quantity }))
  .max(LINES_PER_CALL, `Send at most ${LINES_PER_CALL} lines at once.`);

export const createCartInput = z.object({
  lines: additions.nullish().transform((lines) => lines ?? []),
});
export const addLinesInput = z.object({
  lines: additions.min(1, 'Name at least one line.'),
  expectedVersion: expectedVersionInput,
});
export const updateLinesInput = z.object({
  lines: z
    .array(z.object({ lineId: idInput, quantity: quantity.or(z.literal(0)) }))
    .min(1, 'Name at least one line.')
    .max(LINES_PER_CALL),
  expectedVersion: expectedVersionInput,
});
export const removeLinesInput = z.object({
  lineIds: z.array(idInput).min(1, 'Name at least one line.').max(LINES_PER_CALL),
  expectedVersion: expectedVersionInput,
});

type Lines = readonly CartLineEntity[];

/** Changes carts. Every change locks the cart's row first, so parallel ones queue and none is lost. */
export class ChangeCart {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly carts: CartRepository,
    private readonly catalog: CatalogReader,
    private readonly stock: StockReadModel,
    private readonly clock: Clock,
  ) {}

  /** Puts more into the owner's cart, making it when there is none. */
  add(owner: CartOwner, input: z.output<typeof addLinesInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const cart =
        (await this.carts.lock(tx, owner)) ??
        (await this.carts.create(tx, owner, this.clock.now()));
      return this.change(tx, cart, input.expectedVersion, async (lines) => {
        const quantities = quantitiesAfterAdding(lines, input.lines);
        return quantities.ok
          ? this.setQuantities(tx, cart.id, quantities.value, lines)
          : quantities;
      });
    });
  }

  /** Sets quantities of lines; 0 removes one. */
  update(owner: CartOwner, input: z.output<typeof updateLinesInput>): Promise<Result<string>> {
    return this.changeExisting(owner, input.expectedVersion, async (tx, cart, lines) => {
      const lineIds = input.lines.map((line) => line.lineId);
      const problem = unknownLines(lines, lineIds);
      if (problem) return refused(problem);
      const byId = new Map(lines.map((line) => [line.id, line.variationId]));
      const kept = input.lines.filter((line) => line.quantity > 0);
      await this.carts.removeLines(
        tx,
        cart.id,
        input.lines.filter((line) => line.quantity === 0).map((line) => line.lineId),
      );
      const quantities = new Map(kept.map((line) => [byId.get(line.lineId) ?? '', line.quantity]));
      return this.setQuantities(tx, cart.id, quantities, lines);
    });
  }

  /** Removes lines. A line that is already gone is no error: the wish is fulfilled. */
  remove(owner: CartOwner, input: z.output<typeof removeLinesInput>): Promise<Result<string>> {
    return this.changeExisting(owner, input.expectedVersion, async (tx, cart) => {
      await this.carts.removeLines(tx, cart.id, input.lineIds);
      return accepted(null);
    });
  }

  private changeExisting(
    owner: CartOwner,
    expectedVersion: number | undefined,
    change: (tx: Transaction, cart: CartEntity, lines: Lines) => Promise<Result<unknown>>,
  ): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const cart = await this.carts.lock(tx, owner);
      if (!cart) return refused({ code: 'NOT_FOUND', message: 'There is no cart.' });
      return this.change(tx, cart, expectedVersion, (lines) => change(tx, cart, lines));
    });
  }

  private async change(
    tx: Transaction,
    cart: CartEntity,
    expectedVersion: number | undefined,
    apply: (lines: Lines) => Promise<Result<unknown>>,
  ): Promise<Result<string>> {
    if (expectedVersion !== undefined && expectedVersion !== cart.version) {
      return refused({
        code: 'VERSION_CONFLICT',
        message: 'The cart was changed meanwhile.',
        path: ['expectedVersion'],
        currentVersion: cart.version,
      });
    }
    const result = await apply(await this.carts.lines(tx.manager, cart.id));
    if (!result.ok) return result;
    await this.carts.touch(tx, cart, this.clock.now());
    return accepted(cart.id);
  }

  /** Writes quantities that the catalog knows and the stock allows at this moment. */
  private async setQuantities(
    tx: Transaction,
    cartId: string,
    quantities: ReadonlyMap<string, number>,
    lines: Lines,
  ): Promise<Result<null>> {
    if (quantities.size === 0) return accepted(null);
    const ids = [...quantities.keys()];
    const variations = await this.catalog.variations(tx.manager, ids);
    if (ids.some((id) => !variations.has(id))) {
      return refused({
        code: 'NOT_FOUND',
        message: 'The shop has no such variation.',
        path: ['lines'],
      });
    }
    const levels = await this.stock.byVariations(ids, tx.manager);
    const available = new Map(levels.map((level) => [level.variationId, level.available]));
    const lineIds = new Map(lines.map((line) => [line.variationId, line.id]));
    const shortages = [...quantities].flatMap(([variationId, wanted]): Refusal[] => {
      const left = available.get(variationId) ?? 0;
      return wanted > left ? [shortage(variationId, left, lineIds.get(variationId))] : [];
    });
    if (shortages.length > 0) return refused(...shortages);
    await this.carts.setQuantities(tx, cartId, quantities, variations);
    return accepted(null);
  }
}
