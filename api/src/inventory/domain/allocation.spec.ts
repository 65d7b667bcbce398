import fc from 'fast-check';

import { allocate } from './allocation';

const level = (variationId: string, available: number, locationId = 'main') => ({
  variationId,
  locationId,
  available,
});

describe('allocation', () => {
  it('takes from the first location before the next', () => {
    const decision = allocate(
      [level('a', 2, 'shop'), level('a', 5, 'warehouse')],
      [{ variationId: 'a', quantity: 4 }],
    );

    expect(decision).toEqual({
      kind: 'allocated',
      allocations: [
        { variationId: 'a', locationId: 'shop', quantity: 2 },
        { variationId: 'a', locationId: 'warehouse', quantity: 2 },
      ],
    });
  });

  it('counts two lines of one variation together', () => {
    const decision = allocate(
      [level('a', 3)],
      [
        { variationId: 'a', quantity: 2, lineId: 'first' },
        { variationId: 'a', quantity: 2, lineId: 'second' },
      ],
    );

    expect(decision).toMatchObject({
      kind: 'short',
      refusals: [{ code: 'INSUFFICIENT_STOCK', available: 3, lineId: 'first' }],
    });
  });

  it('names every shortage, not only the first', () => {
    const decision = allocate(
      [level('a', 0), level('b', 1)],
      [
        { variationId: 'a', quantity: 1 },
        { variationId: 'b', quantity: 2 },
        { variationId: 'unknown', quantity: 1 },
      ],
    );

    expect(decision.kind === 'short' && decision.refusals).toHaveLength(3);
  });

  it('allocates exactly what is wanted and never more than a level has', () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(ids, fc.constantFrom('shop', 'warehouse'), fc.nat(20)), {
          selector: ([id, location]) => `${id}/${location}`,
        }),
        fc.array(fc.record({ variationId: ids, quantity: fc.integer({ min: 1, max: 15 }) })),
        (stock, requests) => {
          const levels = stock.map(([id, location, units]) => level(id, units, location));
          const decision = allocate(levels, requests);
          if (decision.kind === 'short') return decision.refusals.length > 0;
          const taken = decision.allocations.reduce((sum, each) => sum + each.quantity, 0);
          const wanted = requests.reduce((sum, each) => sum + each.quantity, 0);
          const withinLevels = decision.allocations.every((each) =>
            levels.some(
              (place) =>
                place.variationId === each.variationId &&
                place.locationId === each.locationId &&
                place.available >= each.quantity,
            ),
          );
          return taken === wanted && withinLevels;
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
