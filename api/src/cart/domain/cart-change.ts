import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import { goodsKey, type LineGoods } from './line-goods';

export const MAX_LINE_QUANTITY = 100_000;
export const MAX_LINES = 2_000;
export const MAX_COUPONS = 10;

/** A cart line as far as changing it is concerned. */
export interface CartLineState extends LineGoods {
  readonly id: string;
  readonly quantity: number;
}

/** What a cart holds. */
export interface CartContent {
  readonly lines: readonly CartLineState[];
  /** In capitals, each once, in the order in which they were given. */
  readonly couponCodes: readonly string[];
}

/** One wish; `path` leads to it in what the client sent. */
export type CartChange = { readonly path: readonly string[] } & (
  | ({ readonly kind: 'ADD'; readonly quantity: number } & LineGoods)
  | { readonly kind: 'SET'; readonly lineId: string; readonly quantity: number }
  | { readonly kind: 'REMOVE'; readonly lineId: string }
  | { readonly kind: 'APPLY_COUPON'; readonly couponCode: string }
  | { readonly kind: 'REMOVE_COUPON'; readonly couponCode: string }
);

/** A line that gets a quantity; `path` leads to the last wish about it. */
export interface WantedLine extends LineGoods {
  readonly id: string | undefined;
  readonly quantity: number;
  readonly path: readonly string[];
}

/** What changes make of a cart. */
export interface CartOutcome {
  readonly set: readonly WantedLine[];
  readonly removedIds: readonly string[];
  readonly couponCodes: readonly string[];
}

interface Working extends LineGoods {
  readonly id: string | undefined;
  quantity: number;
  /** Absent for lines that no change is about. */
  path: readonly string[] | undefined;
}

/**
 * Makes changes one after the other, all or nothing. Each refusal names the change it is about. A line that one change
 * removes is still known to those after it, so that of two wishes about it the last counts.
 */
export function changeCart(
  content: CartContent,
  changes: readonly CartChange[],
): Result<CartOutcome> {
  const cart = new ChangingCart(content);
  const refusals = changes.flatMap((change) => cart.make(change) ?? []);
  return refusals.length > 0 ? refused(...refusals) : cart.outcome();
}

class ChangingCart {
  private readonly byGoods = new Map<string, Working>();
  private readonly byId = new Map<string, Working>();
  private readonly couponCodes: Set<string>;

  constructor({ lines, couponCodes }: CartContent) {
    this.couponCodes = new Set(couponCodes);
    for (const line of lines) {
      const working = { ...line, path: undefined };
      this.byGoods.set(goodsKey(line), working);
      this.byId.set(line.id, working);
    }
  }

  make(change: CartChange): Refusal | undefined {
    switch (change.kind) {
      case 'ADD':
        return this.add(change);
      case 'SET':
        return this.set(change.lineId, change.quantity, change.path);
      case 'REMOVE':
        // A line that is already gone is no error: the wish is fulfilled.
        if (this.byId.has(change.lineId)) this.set(change.lineId, 0, change.path);
        return undefined;
      case 'APPLY_COUPON':
        this.couponCodes.add(change.couponCode);
        return this.couponCodes.size > MAX_COUPONS ? tooManyCoupons(change.path) : undefined;
      case 'REMOVE_COUPON':
        this.couponCodes.delete(change.couponCode);
        return undefined;
    }
  }

  outcome(): Result<CartOutcome> {
    const all = [...this.byGoods.values()];
    if (all.filter(({ quantity }) => quantity > 0).length > MAX_LINES) {
      const message = `A cart holds at most ${MAX_LINES} different items.`;
      return refused({ code: 'QUANTITY_LIMIT', message, path: ['lines'] });
    }
    return accepted({
      set: all.flatMap((line): WantedLine[] =>
        line.path && line.quantity > 0 ? [{ ...line, path: line.path }] : [],
      ),
      removedIds: all.flatMap(({ id, quantity }) => (id && quantity === 0 ? [id] : [])),
      couponCodes: [...this.couponCodes],
    });
  }

  private add({ variationId, parts, quantity, path }: Extract<CartChange, { kind: 'ADD' }>) {
    const key = goodsKey({ variationId, parts });
    const line = this.byGoods.get(key) ?? { id: undefined, variationId, parts, quantity: 0, path };
    line.quantity += quantity;
    line.path = path;
    this.byGoods.set(key, line);
    return line.quantity > MAX_LINE_QUANTITY ? tooManyUnits(path) : undefined;
  }

  private set(lineId: string, quantity: number, path: readonly string[]): Refusal | undefined {
    const line = this.byId.get(lineId);
    if (!line) {
      const message = 'The cart has no such line.';
      return { code: 'NOT_FOUND', message, path: [...path, 'lineId'] };
    }
    line.quantity = quantity;
    line.path = path;
    return undefined;
  }
}

function tooManyUnits(path: readonly string[]): Refusal {
  return {
    code: 'QUANTITY_LIMIT',
    message: `One item can be ordered up to ${MAX_LINE_QUANTITY} times.`,
    path: [...path, 'quantity'],
  };
}

function tooManyCoupons(path: readonly string[]): Refusal {
  const message = `A cart takes at most ${MAX_COUPONS} codes.`;
  return { code: 'QUANTITY_LIMIT', message, path };
}

/** A code as it is kept: shoppers may write it as they like. */
export function couponCode(written: string): string {
  return written.trim().toUpperCase();
}
