import type { Refusal } from '../../kernel/result';

/** Units that can still be promised at one location. */
export interface AvailableLevel {
  readonly variationId: string;
  readonly locationId: string;
  readonly available: number;
}

/** Units wanted of one variation, perhaps for a cart line. */
export interface StockRequest {
  readonly variationId: string;
  readonly quantity: number;
  readonly lineId?: string;
}

/** Units taken from one location. */
export interface Allocation {
  readonly variationId: string;
  readonly locationId: string;
  readonly quantity: number;
}

export type AllocationDecision =
  | { readonly kind: 'allocated'; readonly allocations: readonly Allocation[] }
  | { readonly kind: 'short'; readonly refusals: readonly Refusal[] };

interface Demand {
  quantity: number;
  lineId?: string;
}

/**
 * Spreads what is wanted over the locations, in the order given, or names every shortage. Two lines of the
 * same variation are one demand: otherwise each would find the units that the other takes.
 */
export function allocate(
  levels: readonly AvailableLevel[],
  requests: readonly StockRequest[],
): AllocationDecision {
  const demands = new Map<string, Demand>();
  for (const { variationId, quantity, lineId } of requests) {
    const demand = demands.get(variationId);
    if (demand) demand.quantity += quantity;
    else demands.set(variationId, { quantity, lineId });
  }
  const byVariation = Map.groupBy(levels, (level) => level.variationId);
  const allocations: Allocation[] = [];
  const refusals: Refusal[] = [];
  for (const [variationId, demand] of demands) {
    const places = (byVariation.get(variationId) ?? []).filter((level) => level.available > 0);
    const available = places.reduce((sum, level) => sum + level.available, 0);
    if (available < demand.quantity) {
      refusals.push(shortage(variationId, available, demand.lineId));
      continue;
    }
    let missing = demand.quantity;
    for (const { locationId, available: here } of places) {
      const quantity = Math.min(here, missing);
      if (quantity > 0) allocations.push({ variationId, locationId, quantity });
      missing -= quantity;
    }
  }
  return refusals.length > 0 ? { kind: 'short', refusals } : { kind: 'allocated', allocations };
}

/** The refusal that tells how many are left. */
export function shortage(variationId: string, available: number, lineId?: string): Refusal {
  return {
    code: 'INSUFFICIENT_STOCK',
    message: available > 0 ? `Only ${available} left.` : 'This is sold out.',
    variationId,
    available,
    ...(lineId ? { lineId } : {}),
  };
}
