import fc from 'fast-check';

import { availabilityOf, lowStockOf } from './availability';
import { bundlesFrom, plentyForBundles } from './bundle-stock';

const set = (minUnits: number, ...ids: string[]) => ({
  minUnits,
  options: ids.map((variationId) => ({ variationId })),
});
const from = (choices: Parameters<typeof bundlesFrom>[0], stock: Record<string, number>) =>
  bundlesFrom(choices, (id) => stock[id] ?? 0);

describe('bundles that the stock allows', () => {
  it('are as many as the scarcest set allows, over all that may be chosen for it', () => {
    const choices = [set(3, 'dawn', 'noon'), set(1, 'oak')];

    expect(from(choices, { dawn: 4, noon: 3, oak: 9 })).toBe(2);
    expect(from(choices, { dawn: 4, noon: 3, oak: 1 })).toBe(1);
    expect(from(choices, { dawn: 1, noon: 1, oak: 9 })).toBe(0);
  });

  it('are not limited by what may be left out', () => {
    expect(from([set(1, 'print'), set(0, 'oak')], { print: 5 })).toBe(5);
  });

  it('are none where nothing is left to choose', () => {
    expect(from([set(1)], {})).toBe(0);
  });

  it('are shown the same, however much more there is than plenty', () => {
    const stock = fc.record({ dawn: fc.nat(60), noon: fc.nat(60), oak: fc.nat(60) });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        stock,
        (a, b, units) => {
          const choices = [set(a, 'dawn', 'noon'), set(b, 'oak')];
          const capped = {
            dawn: Math.min(units.dawn, plentyForBundles(a)),
            noon: Math.min(units.noon, plentyForBundles(a)),
            oak: Math.min(units.oak, plentyForBundles(b)),
          };
          const shown = (count: number) => [availabilityOf(count), lowStockOf(count)];

          expect(shown(from(choices, capped))).toEqual(shown(from(choices, units)));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
