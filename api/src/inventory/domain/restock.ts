/** Units that an order has taken from a place and not given back. */
export interface TakenUnits {
  readonly variationId: string;
  readonly locationId: string;
  readonly quantity: number;
}

/** Units of an order that come back. */
export interface RestockedUnits {
  readonly variationId: string;
  readonly quantity: number;
}

/** Where units that come back belong. An order never gives back more than it has taken: that is an error, not a wish. */
export function unitsToRestock(
  taken: readonly TakenUnits[],
  wanted: readonly RestockedUnits[],
): { readonly variationId: string; readonly locationId: string; readonly units: number }[] {
  const missing = new Map<string, number>();
  for (const { variationId, quantity } of wanted) {
    missing.set(variationId, (missing.get(variationId) ?? 0) + quantity);
  }
  const moved = taken.flatMap(({ variationId, locationId, quantity }) => {
    const wish = missing.get(variationId) ?? 0;
    const units = Math.min(wish, quantity);
    missing.set(variationId, wish - units);
    return units > 0 ? [{ variationId, locationId, units }] : [];
  });
  for (const [variationId, quantity] of missing) {
    if (quantity === 0) continue;
    throw new Error(`An order gives back ${quantity} more of ${variationId} than it has taken.`);
  }
  return moved;
}
