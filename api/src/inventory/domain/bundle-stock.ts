import { LOW_STOCK_LIMIT } from './availability';

/** A set that some units are chosen from. */
export interface ChoiceNeed {
  readonly minUnits: number;
  readonly options: readonly { readonly variationId: string }[];
}

/**
 * How many bundles the stock of their parts allows, whichever parts are chosen. No variation stands in two sets, so
 * each set is a limit of its own; sets that may be left out are none.
 */
export function bundlesFrom(
  choices: readonly ChoiceNeed[],
  available: (variationId: string) => number,
): number {
  const limits = choices
    .filter(({ minUnits }) => minUnits > 0)
    .map(({ minUnits, options }) => {
      const units = options.reduce(
        (sum, { variationId }) => sum + Math.max(0, available(variationId)),
        0,
      );
      return Math.floor(units / minUnits);
    });
  return limits.length === 0 ? 0 : Math.min(...limits);
}

/**
 * From how many units on of a part more of them change nothing that is shown of bundles: enough for one more bundle
 * than is called few, of the set that asks for most units.
 */
export function plentyForBundles(unitsAtOnce: number): number {
  return (LOW_STOCK_LIMIT + 1) * unitsAtOnce;
}
