import { shownChanges } from './shown-stock';

const level = (variationId: string, available: number, locationId = 'main') => ({
  variationId,
  locationId,
  available,
});
const shown = (before: number, units: number) =>
  shownChanges([level('v', before)], [{ variationId: 'v', units }]);

const nothing = { variationIds: [], partIds: [], hasSoldOutOrComeBack: false };
const few = { variationIds: ['v'], partIds: [], hasSoldOutOrComeBack: false };
const soldOutOrBack = { variationIds: ['v'], partIds: [], hasSoldOutOrComeBack: true };

describe('what shoppers see of a change of stock', () => {
  it.each([
    ['one of five hundred is sold', 500, -1, nothing],
    ['hundreds come in', 6, 500, nothing],
    ['nothing moves', 3, 0, nothing],
    ['it becomes few', 6, -1, few],
    ['few become fewer', 5, -1, few],
    ['few become many', 5, 1, few],
    ['the last one is sold', 1, -1, soldOutOrBack],
    ['many are sold at once', 60, -60, soldOutOrBack],
    ['it comes back', 0, 10, soldOutOrBack],
    ['it comes back with one', 0, 1, soldOutOrBack],
  ])('when %s', (_what, before, units, changes) => {
    expect(shown(before, units)).toEqual(changes);
  });

  it('adds up the locations', () => {
    const levels = [level('v', 4), level('v', 100, 'other')];

    expect(shownChanges(levels, [{ variationId: 'v', units: -4 }])).toEqual(nothing);
  });

  it('adds up the changes of one variation', () => {
    const changes = [
      { variationId: 'v', units: -3 },
      { variationId: 'v', units: 3 },
    ];

    expect(shownChanges([level('v', 2)], changes)).toEqual(nothing);
  });

  it('takes a variation without a level for sold out', () => {
    expect(shownChanges([], [{ variationId: 'v', units: 7 }])).toEqual(soldOutOrBack);
  });
});

describe('what shoppers see of bundles when the stock of a part changes', () => {
  const shownOf = (bundleUnits: number, before: number, units: number) =>
    shownChanges([{ ...level('v', before), bundleUnits }], [{ variationId: 'v', units }]);
  const plenty = 1_000;

  it.each([
    // a set that takes three at once is few below eighteen
    ['eighteen become seventeen', 3, 18, -1, ['v'], false],
    ['there are plenty of bundles', 3, 19, -1, [], false],
    ['the last bundle can no longer be made', 3, 3, -1, ['v'], true],
    ['a bundle can be made again', 3, 2, 1, ['v'], true],
    ['a set takes one and there are many', 1, 7, -1, [], false],
    ['it may be left out', 0, plenty, -1, [], false],
  ])('when %s', (_what, atOnce, before, units, partIds, hasSoldOutOrComeBack) => {
    expect(shownOf(atOnce, before, units)).toMatchObject({ partIds, hasSoldOutOrComeBack });
  });
});
