import fc from 'fast-check';

import { aLine, aPromotion, termsIn } from '../testing/basket-builder';
import type { BasketLine } from './basket';
import type { Cost } from './cost';
import { priceBasket } from './price-basket';
import { explainPrices } from './price-explanation';
import type { PriceRule } from './price-rules';
import type { Benefit, Promotion, PromotionClass, Reduction } from './promotion';
import { freezeExplanation, type StoredExplanation, thawExplanation } from './stored-explanation';

const RUNS = { numRuns: 1_000 };
const PRODUCTS = ['a', 'b', 'c', 'd'];

const price = fc.bigInt({ min: 0n, max: 20_000n });
const reduction: fc.Arbitrary<Reduction> = fc.oneof(
  fc.record({
    kind: fc.constant('PERCENT' as const),
    offPpm: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  fc.record({ kind: fc.constant('AMOUNT' as const), amountMinor: price }),
);
const tiers = fc
  .array(fc.record({ from: fc.bigInt({ min: 1n, max: 60n }), reduction }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((each) => each.toSorted((one, other) => (one.from < other.from ? -1 : 1)));
const goodsBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('REDUCTION' as const), reduction }),
  fc.record({
    kind: fc.constant('TIERED' as const),
    measure: fc.constantFrom('QUANTITY' as const, 'SUBTOTAL' as const),
    tiers,
  }),
);
const buyGet: fc.Arbitrary<Benefit> = fc.record({
  kind: fc.constant('BUY_X_GET_Y' as const),
  buyQuantity: fc.integer({ min: 1, max: 3 }),
  getQuantity: fc.integer({ min: 1, max: 2 }),
  offPpm: fc.integer({ min: 1, max: 1_000_000 }),
});
const given: fc.Arbitrary<{ class: PromotionClass; benefit: Benefit }> = fc.oneof(
  fc.record({ class: fc.constantFrom('LINE' as const, 'ORDER' as const), benefit: goodsBenefit }),
  fc.record({ class: fc.constant('LINE' as const), benefit: buyGet }),
  fc.constant({ class: 'SHIPPING' as const, benefit: { kind: 'FREE_SHIPPING' as const } }),
);
const promotions: fc.Arbitrary<Promotion[]> = fc
  .array(
    fc.record({
      given,
      priority: fc.integer({ min: 0, max: 2 }),
      exclusiveGroup: fc.constantFrom(null, 'sale'),
      combinesWith: fc.subarray(['LINE', 'ORDER', 'SHIPPING'] as const),
      productIds: fc.option(fc.subarray(PRODUCTS, { minLength: 1 }), { nil: undefined }),
      minSubtotalMinor: fc.option(price, { nil: undefined }),
    }),
    { maxLength: 5 },
  )
  .map((each) =>
    each.map(({ given, productIds, minSubtotalMinor, ...rest }, index) =>
      aPromotion({
        ...rest,
        ...given,
        id: `p${index}`,
        targets: { productIds: productIds && new Set(productIds) },
        conditions: { minSubtotalMinor },
      }),
    ),
  );
const part = fc.record({
  productId: fc.constantFrom(...PRODUCTS),
  variationId: fc.constantFrom(...PRODUCTS),
  basePriceMinor: price,
  quantity: fc.integer({ min: 1, max: 3 }),
});
const bundle = fc.record({
  rule: fc.oneof(
    fc.constantFrom({ kind: 'SUM' as const }, { kind: 'FIXED' as const }),
    fc.record({
      kind: fc.constant('PERCENT_OFF' as const),
      offPpm: fc.integer({ min: 0, max: 1_000_000 }),
    }),
  ),
  parts: fc.array(part, { minLength: 1, maxLength: 3 }),
});
const stated = fc.record({
  product: fc.constantFrom(...PRODUCTS),
  basePriceMinor: price,
  quantity: fc.integer({ min: 1, max: 12 }),
  bundle: fc.option(bundle, { nil: undefined, freq: 4 }),
});
const lines: fc.Arbitrary<BasketLine[]> = fc.array(stated, { maxLength: 5 }).map((each) =>
  each.map(({ product, basePriceMinor, quantity, ...more }, index) =>
    aLine(`l${index}`, basePriceMinor, quantity, {
      ...more,
      productId: product,
      variationId: product,
    }),
  ),
);
const shop = fc.record({
  vat: fc.constantFrom(0, 5, 7.7, 20),
  otherVat: fc.constantFrom({}, { a: 0 }, { b: 8.875, c: 0 }),
  pricesIncludeTax: fc.boolean(),
  rounding: fc.constantFrom('HALF_UP' as const, 'HALF_EVEN' as const),
});
const tier = fc.record({
  priceListId: fc.constant('list'),
  productId: fc.constantFrom(...PRODUCTS),
  variationId: fc.constant(null),
  priority: fc.constant(0),
  customerGroup: fc.constant(null),
  minQuantity: fc.integer({ min: 1, max: 10 }),
  terms: fc.record({
    kind: fc.constant('PERCENT_OFF' as const),
    offPpm: fc.integer({ min: 0, max: 1_000_000 }),
  }),
});
const rules: fc.Arbitrary<PriceRule[]> = fc.array(tier, { maxLength: 3 });
const delivery = fc.option(
  price.map((rate) => ({ code: 'standard', rate: () => rate })),
  { nil: undefined },
);

const PARTS = [
  'subtotalMinor',
  'discountsMinor',
  'shippingMinor',
  'taxMinor',
  'totalMinor',
] as const;
const sumOf = (costs: readonly Cost[], name: (typeof PARTS)[number]): bigint =>
  costs.reduce((sum, cost) => sum + cost[name], 0n);

describe('any basket with any promotions', () => {
  const any = { lines, promotions, shop, rules, delivery };
  const priced = (
    of: { lines: BasketLine[]; promotions: Promotion[]; rules: PriceRule[] } & {
      shop: { vat: number };
      delivery: { code: string; rate: () => bigint } | undefined;
    },
  ) =>
    priceBasket(
      { lines: of.lines, delivery: of.delivery },
      termsIn({ ...of.shop, rules: of.rules, promotions: of.promotions }),
    );

  it('costs what its parts cost together', () => {
    fc.assert(
      fc.property(fc.record(any), (example) => {
        const basket = priced(example);
        const costs = [...basket.lines.map(({ cost }) => cost), basket.delivery];

        for (const name of PARTS) expect(basket.cost[name]).toBe(sumOf(costs, name));
        const taxed = basket.cost.taxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        expect(taxed).toBe(basket.cost.taxMinor);
      }),
      RUNS,
    );
  });

  it('is never worth less than nothing, in no line and in no part', () => {
    fc.assert(
      fc.property(fc.record(any), (example) => {
        const basket = priced(example);

        for (const { cost } of [...basket.lines, basket]) {
          for (const name of PARTS) expect(cost[name] >= 0n).toBe(true);
          expect(cost.discountsMinor <= cost.subtotalMinor).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('names every discount: lines and delivery sum to what the promotions are said to take', () => {
    fc.assert(
      fc.property(fc.record(any), (example) => {
        const basket = priced(example);
        const said = basket.outcomes.reduce(
          (sum, each) => (each.status === 'APPLIED' ? sum + each.amountMinor : sum),
          0n,
        );

        expect(said).toBe(basket.cost.discountsMinor + basket.deliveryDiscountMinor);
        for (const { cost, discounts } of basket.lines) {
          const named = discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
          expect(named).toBe(cost.discountsMinor);
        }
        expect(basket.outcomes).toHaveLength(example.promotions.length);
      }),
      RUNS,
    );
  });

  it('applies nothing together that does not go together', () => {
    fc.assert(
      fc.property(fc.record(any), (example) => {
        const applied = priced(example)
          .outcomes.filter(({ status }) => status === 'APPLIED')
          .flatMap(({ promotionId }) => example.promotions.filter(({ id }) => id === promotionId));

        for (const one of applied) {
          for (const other of applied.filter((each) => each !== one)) {
            expect(one.combinesWith).toContain(other.class);
            expect(one.exclusiveGroup === null || one.exclusiveGroup !== other.exclusiveGroup).toBe(
              true,
            );
          }
        }
      }),
      RUNS,
    );
  });

  it('costs the same in whatever order its lines and promotions stand', () => {
    fc.assert(
      fc.property(fc.record(any), fc.integer(), (example, seed) => {
        const shuffled = {
          ...example,
          lines: shuffle(example.lines, seed),
          promotions: shuffle(example.promotions, seed + 1),
        };
        const [one, other] = [priced(example), priced(shuffled)];

        expect(other.cost).toEqual(one.cost);
        expect(other.outcomes).toEqual(one.outcomes);
        const byId = (basket: typeof one) =>
          new Map(basket.lines.map(({ line, cost }) => [line.id, cost]));
        expect(byId(other)).toEqual(byId(one));
      }),
      RUNS,
    );
  });

  it('costs no less with one more thing in it, unless a promotion says so', () => {
    fc.assert(
      fc.property(fc.record(any), stated, (example, { product, basePriceMinor, quantity }) => {
        const more = aLine('more', basePriceMinor, quantity, {
          productId: product,
          variationId: product,
        });
        const before = priced(example);
        const after = priced({ ...example, lines: [...example.lines, more] });

        if (after.cost.totalMinor >= before.cost.totalMinor) return;
        const named = (basket: typeof before) =>
          JSON.stringify(basket.outcomes, (_key, value: unknown) =>
            typeof value === 'bigint' ? value.toString() : value,
          );
        expect(named(after)).not.toBe(named(before));
        expect(after.outcomes.some(({ status }) => status === 'APPLIED')).toBe(true);
      }),
      RUNS,
    );
  });

  it('costs no less with one more thing in it where there are no promotions', () => {
    fc.assert(
      fc.property(fc.record(any), stated, (example, { product, basePriceMinor, quantity }) => {
        const plain = { ...example, promotions: [] };
        const more = aLine('more', basePriceMinor, quantity, {
          productId: product,
          variationId: product,
        });
        const after = priced({ ...plain, lines: [...plain.lines, more] });

        expect(after.cost.totalMinor >= priced(plain).cost.totalMinor).toBe(true);
      }),
      RUNS,
    );
  });

  it('is rounded by half a minor unit at most for each line, part and delivery', () => {
    fc.assert(
      fc.property(fc.record(any), (example) => {
        const basket = priced(example);

        for (const { line, residueMicro } of basket.lines) {
          const rounded = BigInt(line.bundle?.parts.length ?? 1) * 500_000n;
          expect(residueMicro <= rounded && residueMicro >= -rounded).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('explains itself in the same way after it was written down and read back', () => {
    fc.assert(
      fc.property(fc.record(any), (example) => {
        const explanation = explainPrices(priced(example));
        const stored: unknown = JSON.parse(JSON.stringify(freezeExplanation(explanation)));

        expect(thawExplanation(stored as StoredExplanation)).toEqual(explanation);
      }),
      RUNS,
    );
  });
});

/** In another order, the same for the same seed. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(seed ^ (index + 1), 0x9e3779b1) >>> 0 }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
