import type { AvailableLevel } from './allocation';
import { availabilityOf, lowStockOf } from './availability';

/** By how much the units change that can be promised of a variation, over all locations. */
export interface AvailabilityChange {
  readonly variationId: string;
  readonly units: number;
}

/** Which variations shoppers are shown differently now. */
export interface ShownChanges {
  readonly variationIds: readonly string[];
  /** Whether one of them has sold out or come back, so that it enters or leaves lists of what is in stock. */
  readonly hasSoldOutOrComeBack: boolean;
}

function totals(
  changes: readonly { readonly variationId: string; readonly units: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { variationId, units } of changes) {
    sums.set(variationId, (sums.get(variationId) ?? 0) + units);
  }
  return sums;
}

/**
 * What a change of stock changes for shoppers, who are told few units exactly and many units not at all. `before` holds
 * every level of the variations that change.
 */
export function shownChanges(
  before: readonly AvailableLevel[],
  changes: readonly AvailabilityChange[],
): ShownChanges {
  const available = totals(
    before.map((level) => ({ variationId: level.variationId, units: level.available })),
  );
  const variationIds: string[] = [];
  let hasSoldOutOrComeBack = false;
  for (const [variationId, units] of totals(changes)) {
    const was = available.get(variationId) ?? 0;
    const is = was + units;
    if (availabilityOf(was) === availabilityOf(is) && lowStockOf(was) === lowStockOf(is)) continue;
    variationIds.push(variationId);
    hasSoldOutOrComeBack ||= was > 0 !== is > 0;
  }
  return { variationIds, hasSoldOutOrComeBack };
}
