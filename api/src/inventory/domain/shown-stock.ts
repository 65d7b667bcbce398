import type { AvailableLevel } from './allocation';
import { availabilityOf, lowStockOf } from './availability';
import { plentyForBundles } from './bundle-stock';

/** By how much the units change that can be promised of a variation, over all locations. */
export interface AvailabilityChange {
  readonly variationId: string;
  readonly units: number;
}

/** Units at a place, and of how many bundles need at once of them. */
export interface LevelBefore extends AvailableLevel {
  /** Most units that a set of a bundle needs which it may be chosen for; null where there is none. */
  readonly bundleUnits?: number | null;
}

/** What shoppers are shown differently now. */
export interface ShownChanges {
  readonly variationIds: readonly string[];
  /** Those whose bundles may be shown differently. */
  readonly partIds: readonly string[];
  /** Whether something has sold out or come back, so that it enters or leaves lists of what is in stock. */
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
  before: readonly LevelBefore[],
  changes: readonly AvailabilityChange[],
): ShownChanges {
  const bundleUnits = new Map(before.map((level) => [level.variationId, level.bundleUnits ?? 0]));
  const available = totals(
    before.map((level) => ({ variationId: level.variationId, units: level.available })),
  );
  const variationIds: string[] = [];
  const partIds: string[] = [];
  let hasSoldOutOrComeBack = false;
  for (const [variationId, units] of totals(changes)) {
    const was = available.get(variationId) ?? 0;
    const is = was + units;
    const atOnce = bundleUnits.get(variationId) ?? 0;
    if (differsUpTo(plentyForBundles(atOnce), was, is)) partIds.push(variationId);
    hasSoldOutOrComeBack ||= differsUpTo(atOnce, was, is);
    if (availabilityOf(was) === availabilityOf(is) && lowStockOf(was) === lowStockOf(is)) continue;
    variationIds.push(variationId);
    hasSoldOutOrComeBack ||= was > 0 !== is > 0;
  }
  return { variationIds, partIds, hasSoldOutOrComeBack };
}

function differsUpTo(limit: number, one: number, other: number): boolean {
  return Math.min(one, limit) !== Math.min(other, limit);
}
