import { isInForce, type PriceRule, unitPrice } from './price-rules';

const fixed = (
  priceMinor: bigint,
  { minQuantity = 1, group = null as string | null, priority = 0, list = 'list' } = {},
): PriceRule => ({
  priceListId: list,
  productId: null,
  variationId: null,
  priority,
  customerGroup: group,
  minQuantity,
  terms: { kind: 'FIXED', priceMinor },
});

const percentOff = (percent: number): PriceRule => ({
  ...fixed(0n, { list: 'percent' }),
  terms: { kind: 'PERCENT_OFF', offPpm: Math.round(percent * 10_000) },
});

const buying = (quantity = 1, customerGroup?: string) => ({
  productId: 'poster',
  variationId: 'poster-a2',
  quantity,
  customerGroup,
});

const price = (base: bigint, rules: readonly PriceRule[], quantity = 1, group?: string) =>
  unitPrice(base, rules, buying(quantity, group)).priceMinor;

describe('the price of a variation', () => {
  it('is its base price where no list says otherwise', () => {
    expect(unitPrice(1_000n, [], buying())).toEqual({
      priceMinor: 1_000n,
      priceListId: undefined,
      isTier: false,
    });
  });

  it.each([
    [1, 1_000n],
    [9, 1_000n],
    [10, 900n],
    [11, 900n],
    [49, 900n],
    [50, 800n],
    [51, 800n],
  ])('for %d units with tiers from 10 and from 50 is %d', (quantity, expected) => {
    const tiers = [fixed(900n, { minQuantity: 10 }), fixed(800n, { minQuantity: 50 })];

    expect(price(1_000n, tiers, quantity)).toBe(expected);
  });

  it('is no tier price where the same list gives it for a single unit', () => {
    const twice = [fixed(900n, { minQuantity: 10 }), fixed(900n)];

    for (const rules of [twice, twice.toReversed()]) {
      expect(unitPrice(1_000n, rules, buying(10)).isTier).toBe(false);
    }
  });

  it.each([
    [undefined, 1_000n],
    ['trade', 750n],
    ['press', 1_000n],
  ])('for the group %s is %d when trade has a list of its own', (group, expected) => {
    expect(price(1_000n, [fixed(750n, { group: 'trade' })], 1, group)).toBe(expected);
  });

  it('is the lowest of lists with the same priority', () => {
    const rules = [fixed(950n, { group: 'trade' }), fixed(900n)];

    expect(price(1_000n, rules, 1, 'trade')).toBe(900n);
  });

  it('is that of the list with the highest priority, also when it is dearer', () => {
    const rules = [fixed(950n, { group: 'trade', priority: 1 }), fixed(900n)];

    expect(price(1_000n, rules, 1, 'trade')).toBe(950n);
    expect(price(1_000n, [fixed(1_100n)])).toBe(1_100n);
  });

  it('follows rules for the variation, for its product and for everything, and no others', () => {
    const of = (ids: Partial<PriceRule>) => price(1_000n, [{ ...fixed(900n), ...ids }]);

    expect(of({ variationId: 'poster-a2' })).toBe(900n);
    expect(of({ variationId: 'poster-a1' })).toBe(1_000n);
    expect(of({ productId: 'poster' })).toBe(900n);
    expect(of({ productId: 'mug' })).toBe(1_000n);
    expect(of({})).toBe(900n);
  });

  it('names the list that it comes from, the same one in whatever order lists are read', () => {
    const rules = [fixed(900n, { list: 'b' }), fixed(900n, { list: 'a' })];

    expect(unitPrice(1_000n, rules, buying()).priceListId).toBe('a');
    expect(unitPrice(1_000n, rules.toReversed(), buying()).priceListId).toBe('a');
  });

  // prettier-ignore
  it.each<[number, bigint, bigint]>([
    [15, 1_000n, 850n],
    [15, 999n, 849n], // 149.85 off are 150
    [33.3333, 1_000n, 667n], // 333.333 off are 333
    [50, 5n, 2n], // 2.5 off are 3
    [10, 105n, 94n], // JPY: 10.5 off are 11
    [12.5, 1_999n, 1_749n], // KWD: 249.875 off are 250
    [100, 1_000n, 0n],
    [0, 1_000n, 1_000n],
  ])('with %d %% off %d is %d', (percent, base, expected) => {
    expect(price(base, [percentOff(percent)])).toBe(expected);
  });

  it('is the lower of a price and a part taken off', () => {
    expect(price(1_000n, [percentOff(15), fixed(860n)])).toBe(850n);
    expect(price(1_000n, [percentOff(15), fixed(840n)])).toBe(840n);
  });
});

describe('a price list', () => {
  const startsAt = new Date('2026-11-27T00:00:00.000Z');
  const endsAt = new Date('2026-11-30T00:00:00.000Z');

  it.each([
    ['2026-11-26T23:59:59.999Z', false],
    ['2026-11-27T00:00:00.000Z', true],
    ['2026-11-29T23:59:59.999Z', true],
    ['2026-11-30T00:00:00.000Z', false],
  ])('holds from its start on and up to its end: at %s %s', (now, expected) => {
    expect(isInForce({ startsAt, endsAt }, new Date(now))).toBe(expected);
  });

  it('without a start has always held, and without an end goes on', () => {
    expect(isInForce({ startsAt: null, endsAt }, new Date(0))).toBe(true);
    expect(isInForce({ startsAt, endsAt: null }, new Date('2999-01-01T00:00:00Z'))).toBe(true);
    expect(isInForce({ startsAt: null, endsAt: null }, new Date(0))).toBe(true);
  });
});
