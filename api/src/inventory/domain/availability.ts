/** Up to how many units left a shopper is told the number. */
export const LOW_STOCK_LIMIT = 5;

/** How a shopper sees a stock level. */
export type AvailabilityName = 'IN_STOCK' | 'LOW_STOCK' | 'OUT_OF_STOCK';

/** Names the units that can be bought now. */
export function availabilityOf(available: number): AvailabilityName {
  if (available <= 0) return 'OUT_OF_STOCK';
  return available <= LOW_STOCK_LIMIT ? 'LOW_STOCK' : 'IN_STOCK';
}

/** Units left as a shopper is told them: only when they are few. */
export function lowStockOf(available: number): number | undefined {
  return availabilityOf(available) === 'LOW_STOCK' ? available : undefined;
}

/**
 * How a shopper sees a product: as available as the variation of which most is left. It changes only when a variation is
 * shown differently, which a sum over the variations would not.
 */
export function availabilityOfProduct(availableByVariation: readonly number[]): AvailabilityName {
  return availabilityOf(availableByVariation.reduce((most, units) => Math.max(most, units), 0));
}
