import type { CartRefusalFragment } from './cart-store.generated';

/** Quantities that the shopper asked for and the shop has not answered yet, by line; 0 means removed. */
export type PendingQuantities = ReadonlyMap<string, number>;

interface QuantityLine {
  readonly id: string;
  readonly quantity: number;
}

interface QuantityCart<TLine extends QuantityLine> {
  readonly lines: readonly TLine[];
  readonly totalQuantity: number;
}

/** The cart as it will be when everything asked for is granted. */
export function withPending<TLine extends QuantityLine, TCart extends QuantityCart<TLine>>(
  cart: TCart & QuantityCart<TLine>,
  pending: PendingQuantities,
): TCart {
  if (pending.size === 0) return cart;
  const lines = cart.lines
    .map((line) => ({ ...line, quantity: pending.get(line.id) ?? line.quantity }))
    .filter((line) => line.quantity > 0);
  const totalQuantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { ...cart, lines, totalQuantity };
}

/** The same quantities without one line's, once that is answered. */
export function withoutPending(pending: PendingQuantities, lineId: string): PendingQuantities {
  return new Map([...pending].filter(([id]) => id !== lineId));
}

/** Words for a refused change; the server's own where they say it best. */
export function cartRefusalText(refusal: CartRefusalFragment | undefined): string {
  if (!refusal) return 'The cart could not be changed. Please try again.';
  if (refusal.__typename === 'InsufficientStock') {
    return refusal.available > 0
      ? `Only ${refusal.available} left in stock.`
      : 'This has just sold out.';
  }
  if (refusal.code === 'VERSION_CONFLICT') {
    return 'Your cart was changed somewhere else. This is how it stands now.';
  }
  if (refusal.code === 'NOT_FOUND') return 'That item is no longer in your cart.';
  return refusal.message;
}
