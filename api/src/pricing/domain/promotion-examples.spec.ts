import { money, toDecimal } from '../../kernel/money';
import {
  aLine,
  minorOf,
  type StatedPromotion,
  type StatedShop,
  termsIn,
} from '../testing/basket-builder';
import type { BasketLine } from './basket';
import { priceBasket } from './price-basket';
import type { Reduction } from './promotion';

// Calculated by hand. A line is "unit price, units" and named a, b, c in this order; so are promotions.

interface Example {
  readonly title: string;
  readonly currency?: string;
  readonly lines: readonly (readonly [
    price: string,
    quantity: number,
    more?: Partial<BasketLine>,
  ])[];
  readonly promotions: readonly StatedPromotion[];
  readonly shop?: Omit<StatedShop, 'promotions'>;
  /** Of delivery; free from so much on. */
  readonly delivery?: readonly [price: string, freeFrom?: string];
  readonly discounts: string;
  readonly total: string;
  /** Of each line, where worth naming. */
  readonly lineDiscounts?: readonly string[];
  readonly tax?: string;
  readonly shipping?: string;
  /** What became of each promotion, by its letter. */
  readonly outcomes?: Readonly<Record<string, string>>;
}

const percent = (percentOff: number): Reduction => ({
  kind: 'PERCENT',
  offPpm: Math.round(percentOff * 10_000),
});
const off = (amount: string, currency?: string): Reduction => ({
  kind: 'AMOUNT',
  amountMinor: minorOf(amount, currency),
});
const order = (reduction: Reduction, more: Partial<StatedPromotion> = {}): StatedPromotion => ({
  class: 'ORDER',
  benefit: { kind: 'REDUCTION', reduction },
  ...more,
});
const line = (reduction: Reduction, more: Partial<StatedPromotion> = {}): StatedPromotion => ({
  class: 'LINE',
  benefit: { kind: 'REDUCTION', reduction },
  ...more,
});
const buyGet = (
  buyQuantity: number,
  getQuantity: number,
  percentOff = 100,
  more: Partial<StatedPromotion> = {},
): StatedPromotion => ({
  class: 'LINE',
  benefit: { kind: 'BUY_X_GET_Y', buyQuantity, getQuantity, offPpm: percentOff * 10_000 },
  ...more,
});
const tiers = (
  measure: 'QUANTITY' | 'SUBTOTAL',
  ...steps: readonly (readonly [from: bigint, reduction: Reduction])[]
): StatedPromotion => ({
  class: measure === 'QUANTITY' ? 'LINE' : 'ORDER',
  benefit: {
    kind: 'TIERED',
    measure,
    tiers: steps.map(([from, reduction]) => ({ from, reduction })),
  },
});
const freeShipping: StatedPromotion = { class: 'SHIPPING', benefit: { kind: 'FREE_SHIPPING' } };
const only = (...ids: string[]) => ({ targets: { productIds: new Set(ids) } });
const alone = { combinesWith: [] };
const spend = tiers('SUBTOTAL', [5_000n, off('5.00')], [10_000n, off('15.00')]);
const units = tiers('QUANTITY', [3n, percent(5)], [10n, percent(10)]);
const VAT = { vat: 20 };
const NET = { vat: 20, pricesIncludeTax: false };

const examples: readonly Example[] = [
  // prettier-ignore
  ...([
  { title: 'a tenth of the order', lines: [['20.00', 2]], promotions: [order(percent(10))], discounts: '4.00', total: '36.00' },
  { title: 'a third of 10.00 is 3.33', lines: [['10.00', 1]], promotions: [order(percent(33.3333))], discounts: '3.33', total: '6.67' },
  { title: 'half a penny of a percentage goes up', lines: [['0.05', 1]], promotions: [order(percent(10))], discounts: '0.01', total: '0.04' },
  { title: 'half a penny goes to the even 0', lines: [['0.05', 1]], promotions: [order(percent(10))], shop: { rounding: 'HALF_EVEN' }, discounts: '0.00', total: '0.05', outcomes: { a: 'NOTHING_LEFT' } },
  { title: '10.00 off three equal lines: the odd penny goes to the first', lines: [['10.00', 1], ['10.00', 1], ['10.00', 1]], promotions: [order(off('10.00'))], discounts: '10.00', total: '20.00', lineDiscounts: ['3.34', '3.33', '3.33'] },
  { title: '1.00 off by weight: 0.667 and 0.333', lines: [['20.00', 1], ['10.00', 1]], promotions: [order(off('1.00'))], discounts: '1.00', total: '29.00', lineDiscounts: ['0.67', '0.33'] },
  { title: 'an amount takes no more than there is', lines: [['4.00', 1], ['3.00', 1]], promotions: [order(off('10.00'))], discounts: '7.00', total: '0.00', lineDiscounts: ['4.00', '3.00'] },
  { title: 'everything off is nothing to pay', lines: [['9.99', 3]], promotions: [order(percent(100))], discounts: '29.97', total: '0.00' },
  { title: 'a line promotion is off each unit', lines: [['5.00', 3], ['8.00', 1]], promotions: [line(off('1.00'))], discounts: '4.00', total: '19.00', lineDiscounts: ['3.00', '1.00'] },
  { title: 'and no more than a unit costs', lines: [['0.50', 2], ['8.00', 1]], promotions: [line(off('1.00'))], discounts: '2.00', total: '7.00', lineDiscounts: ['1.00', '1.00'] },
  { title: 'a percentage of a line is rounded line by line: 33.3 and 33.3 pence', lines: [['3.33', 1], ['3.33', 1]], promotions: [line(percent(10))], discounts: '0.66', total: '6.00', lineDiscounts: ['0.33', '0.33'] },
  { title: 'of an order once: 66.6 pence', lines: [['3.33', 1], ['3.33', 1]], promotions: [order(percent(10))], discounts: '0.67', total: '5.99', lineDiscounts: ['0.34', '0.33'] },
  { title: 'of named products only', lines: [['10.00', 1], ['10.00', 1]], promotions: [line(percent(50), only('b'))], discounts: '5.00', total: '15.00', lineDiscounts: ['0.00', '5.00'] },
  { title: 'off the order, shared by named products only', lines: [['10.00', 1], ['6.00', 1], ['4.00', 1]], promotions: [order(off('5.00'), only('b', 'c'))], discounts: '5.00', total: '15.00', lineDiscounts: ['0.00', '3.00', '2.00'] },
  { title: 'nobody eligible', lines: [['10.00', 1]], promotions: [line(percent(50), only('z'))], discounts: '0.00', total: '10.00', outcomes: { a: 'NO_ELIGIBLE_GOODS' } },
  // Stacked
  { title: 'stacked: a line promotion first, the order’s percentage of what is left', lines: [['10.00', 2]], promotions: [order(percent(10)), line(percent(50))], discounts: '11.00', total: '9.00', outcomes: { a: '1.00', b: '10.00' } },
  { title: 'stacked: two percentages one after the other are 0.9 × 0.8', lines: [['100.00', 1]], promotions: [order(percent(10)), order(percent(20))], discounts: '28.00', total: '72.00', outcomes: { b: '20.00', a: '8.00' } },
  { title: 'stacked: an amount after a percentage of a higher priority', lines: [['50.00', 1]], promotions: [order(off('5.00')), order(percent(10), { priority: 1 })], discounts: '10.00', total: '40.00', outcomes: { b: '5.00', a: '5.00' } },
  { title: 'stacked: the same the other way round', lines: [['50.00', 1]], promotions: [order(off('5.00'), { priority: 1 }), order(percent(10))], discounts: '9.50', total: '40.50', outcomes: { a: '5.00', b: '4.50' } },
  { title: 'stacked: line, order and delivery', lines: [['30.00', 1]], promotions: [line(off('5.00')), order(percent(20)), freeShipping], delivery: ['4.50'], discounts: '10.00', total: '20.00', shipping: '0.00', outcomes: { a: '5.00', b: '5.00', c: '4.50' } },
  { title: 'stacked: what comes after everything is off takes nothing', lines: [['5.00', 1]], promotions: [order(off('9.00'), { priority: 1 }), order(percent(10))], discounts: '5.00', total: '0.00', outcomes: { a: '5.00', b: 'NOTHING_LEFT' } },
  { title: 'not together: the larger saving', lines: [['30.00', 1]], promotions: [order(off('2.00'), alone), order(percent(10), alone)], discounts: '3.00', total: '27.00', outcomes: { a: 'BEATEN', b: '3.00' } },
  { title: 'not together: the priority before the saving', lines: [['30.00', 1]], promotions: [order(off('2.00'), { ...alone, priority: 1 }), order(percent(10), alone)], discounts: '2.00', total: '28.00', outcomes: { a: '2.00', b: 'BEATEN' } },
  { title: 'not together if one of them says so', lines: [['30.00', 1]], promotions: [order(off('2.00')), order(percent(10), alone)], discounts: '3.00', total: '27.00', outcomes: { a: 'BEATEN', b: '3.00' } },
  { title: 'a line promotion that goes with orders, next to an order’s that goes with lines', lines: [['10.00', 1]], promotions: [line(off('1.00'), { combinesWith: ['ORDER'] }), order(off('2.00'), { combinesWith: ['LINE'] })], discounts: '3.00', total: '7.00' },
  { title: 'one of an exclusive group', lines: [['10.00', 1]], promotions: [order(off('1.00'), { exclusiveGroup: 'sale' }), order(off('2.00'), { exclusiveGroup: 'sale' }), order(off('0.50'))], discounts: '2.50', total: '7.50', outcomes: { a: 'BEATEN', b: '2.00', c: '0.50' } },
  { title: 'what takes nothing keeps nobody out', lines: [['10.00', 1]], promotions: [line(percent(0), { ...alone, priority: 9 }), order(off('2.00'))], discounts: '2.00', total: '8.00', outcomes: { a: 'NOTHING_LEFT', b: '2.00' } },
  // Conditions
  { title: 'from a subtotal on: just below', lines: [['49.99', 1]], promotions: [order(percent(10), { conditions: { minSubtotalMinor: 5_000n } })], discounts: '0.00', total: '49.99', outcomes: { a: 'SUBTOTAL_TOO_LOW 0.01' } },
  { title: 'from a subtotal on: exactly', lines: [['50.00', 1]], promotions: [order(percent(10), { conditions: { minSubtotalMinor: 5_000n } })], discounts: '5.00', total: '45.00' },
  { title: 'a subtotal counts before other promotions', lines: [['50.00', 1]], promotions: [line(percent(50)), order(off('5.00'), { conditions: { minSubtotalMinor: 5_000n } })], discounts: '30.00', total: '20.00' },
  { title: 'from a number of eligible units on', lines: [['5.00', 2], ['5.00', 9]], promotions: [line(percent(10), { ...only('a'), conditions: { minQuantity: 3 } })], discounts: '0.00', total: '55.00', outcomes: { a: 'QUANTITY_TOO_LOW 1' } },
  // Tiers
  { title: 'tiers of a subtotal: below the first', lines: [['49.99', 1]], promotions: [spend], discounts: '0.00', total: '49.99', outcomes: { a: 'SUBTOTAL_TOO_LOW 0.01' } },
  { title: 'tiers of a subtotal: at the first', lines: [['50.00', 1]], promotions: [spend], discounts: '5.00', total: '45.00' },
  { title: 'tiers of a subtotal: just below the second', lines: [['99.99', 1]], promotions: [spend], discounts: '5.00', total: '94.99' },
  { title: 'tiers of a subtotal: at the second', lines: [['50.00', 2]], promotions: [spend], discounts: '15.00', total: '85.00' },
  { title: 'tiers of units: two are too few', lines: [['10.00', 2]], promotions: [units], discounts: '0.00', total: '20.00', outcomes: { a: 'QUANTITY_TOO_LOW 1' } },
  { title: 'tiers of units: three', lines: [['10.00', 3]], promotions: [units], discounts: '1.50', total: '28.50' },
  { title: 'tiers of units: nine, over two lines', lines: [['10.00', 4], ['20.00', 5]], promotions: [units], discounts: '7.00', total: '133.00', lineDiscounts: ['2.00', '5.00'] },
  { title: 'tiers of units: ten', lines: [['10.00', 10]], promotions: [units], discounts: '10.00', total: '90.00' },
  // Buy X get Y
  { title: 'three for two', lines: [['10.00', 3]], promotions: [buyGet(2, 1)], discounts: '10.00', total: '20.00' },
  { title: 'three for two: two are too few', lines: [['10.00', 2]], promotions: [buyGet(2, 1)], discounts: '0.00', total: '20.00', outcomes: { a: 'QUANTITY_TOO_LOW 1' } },
  { title: 'three for two: five give one, six two', lines: [['10.00', 6]], promotions: [buyGet(2, 1)], discounts: '20.00', total: '40.00' },
  { title: 'three for two: the cheapest is free', lines: [['10.00', 1], ['7.00', 1], ['4.00', 1]], promotions: [buyGet(2, 1)], discounts: '4.00', total: '17.00', lineDiscounts: ['0.00', '0.00', '4.00'] },
  { title: 'three for two: of six the two cheapest', lines: [['10.00', 3], ['7.00', 1], ['4.00', 2]], promotions: [buyGet(2, 1)], discounts: '8.00', total: '37.00' },
  { title: 'the second at half price', lines: [['9.99', 2]], promotions: [buyGet(1, 1, 50)], discounts: '5.00', total: '14.98' },
  { title: 'three for two of named products only', lines: [['10.00', 3], ['1.00', 3]], promotions: [buyGet(2, 1, 100, only('a'))], discounts: '10.00', total: '23.00', lineDiscounts: ['10.00', '0.00'] },
  // Delivery
  { title: 'free delivery', lines: [['10.00', 1]], promotions: [freeShipping], delivery: ['4.50'], discounts: '0.00', total: '10.00', shipping: '0.00', outcomes: { a: '4.50' } },
  { title: 'delivery is asked for what is left: no longer free from 50.00', lines: [['52.00', 1]], promotions: [order(percent(10))], delivery: ['4.50', '50.00'], discounts: '5.20', total: '51.30', shipping: '4.50' },
  { title: 'delivery that is free already needs no promotion', lines: [['52.00', 1]], promotions: [freeShipping], delivery: ['4.50', '50.00'], discounts: '0.00', total: '52.00', shipping: '0.00', outcomes: { a: 'NOTHING_LEFT' } },
  { title: 'free delivery is told before any is chosen', lines: [['10.00', 1]], promotions: [freeShipping], discounts: '0.00', total: '10.00', outcomes: { a: '0.00' } },
  // Taxes
  { title: 'a sixth of what is left', lines: [['12.00', 1]], promotions: [order(percent(50))], shop: VAT, discounts: '6.00', total: '6.00', tax: '1.00' },
  { title: 'a discount on the order lowers each line’s own tax', lines: [['12.00', 1], ['10.00', 1]], promotions: [order(off('11.00'))], shop: { vat: 20, otherVat: { b: 0 } }, discounts: '11.00', total: '11.00', lineDiscounts: ['6.00', '5.00'], tax: '1.00' },
  { title: 'tax on top of what is left', lines: [['10.00', 2]], promotions: [order(percent(10))], shop: NET, discounts: '2.00', total: '21.60', tax: '3.60' },
  { title: 'tax on top, delivery free', lines: [['10.00', 1]], promotions: [freeShipping], shop: NET, delivery: ['5.00'], discounts: '0.00', total: '12.00', tax: '2.00', shipping: '0.00' },
  { title: 'tax on top of three times 3.33: 0.666 each, three times 0.67', lines: [['3.33', 1], ['3.33', 1], ['3.34', 1]], promotions: [order(off('0.01'))], shop: NET, discounts: '0.01', total: '12.00', tax: '2.01' },
  // Currencies
  { title: 'yen: a third of 1000', currency: 'JPY', lines: [['1000', 1]], promotions: [order(percent(33.3333))], discounts: '333', total: '667' },
  { title: 'yen: 100 off three lines of 100, with tax', currency: 'JPY', lines: [['100', 1], ['100', 1], ['100', 1]], promotions: [order(off('100', 'JPY'))], shop: { vat: 10 }, discounts: '100', total: '200', lineDiscounts: ['34', '33', '33'], tax: '18' },
  { title: 'yen: half a yen goes up', currency: 'JPY', lines: [['5', 1]], promotions: [line(percent(10))], discounts: '1', total: '4' },
  { title: 'dinars: a tenth of 1.005 is 0.1005', currency: 'KWD', lines: [['1.005', 1]], promotions: [order(percent(10))], discounts: '0.101', total: '0.904' },
  { title: 'dinars: 0.001 off two lines', currency: 'KWD', lines: [['0.500', 1], ['0.500', 1]], promotions: [order(off('0.001', 'KWD'))], discounts: '0.001', total: '0.999', lineDiscounts: ['0.001', '0.000'] },
  // Together with tiers of price lists and prices by staff
  { title: 'a percentage of a price that staff have set', lines: [['10.00', 2, { fixedPriceMinor: 800n }]], promotions: [order(percent(25))], discounts: '4.00', total: '12.00' },
  { title: 'a percentage of a tier’s price', lines: [['10.00', 10]], promotions: [line(percent(10))], shop: { rules: [{ priceListId: 'l', productId: 'a', variationId: null, priority: 0, customerGroup: null, minQuantity: 10, terms: { kind: 'FIXED', priceMinor: 900n } }] }, discounts: '9.00', total: '81.00' },
  // Bundles
  { title: 'a bundle at a fifth less, with 10% off the order', lines: [['0.00', 1, { bundle: { rule: { kind: 'PERCENT_OFF', offPpm: 200_000 }, parts: [{ productId: 'x', variationId: 'x', basePriceMinor: 1_000n, quantity: 1 }, { productId: 'y', variationId: 'y', basePriceMinor: 500n, quantity: 2 }] } }]], promotions: [order(percent(10))], discounts: '1.60', total: '14.40' },
  { title: 'a bundle whose parts are taxed apart: 7.20 at a fifth, 7.20 at nothing', lines: [['0.00', 1, { bundle: { rule: { kind: 'PERCENT_OFF', offPpm: 200_000 }, parts: [{ productId: 'x', variationId: 'x', basePriceMinor: 1_000n, quantity: 1 }, { productId: 'y', variationId: 'y', basePriceMinor: 500n, quantity: 2 }] } }]], promotions: [order(percent(10))], shop: { vat: 20, otherVat: { y: 0 } }, discounts: '1.60', total: '14.40', tax: '1.20' },
  { title: 'a bundle at its own price, three for two', lines: [['15.00', 3, { bundle: { rule: { kind: 'FIXED' }, parts: [{ productId: 'x', variationId: 'x', basePriceMinor: 1_000n, quantity: 1 }] } }]], promotions: [buyGet(2, 1)], discounts: '15.00', total: '30.00' },
  ] satisfies Example[]),
];

const LETTERS = 'abcdefgh';
const letter = (index: number): string => LETTERS.charAt(index);

describe('the promotions of a basket', () => {
  it.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const { currency = 'GBP', delivery, lineDiscounts, tax, shipping, outcomes } = example;
    const tag = (amount: bigint): string => toDecimal(money(amount, currency));
    const [price = '0', freeFrom] = delivery ?? [];
    const terms = termsIn({
      ...example.shop,
      promotions: example.promotions.map((each, index) => ({ id: letter(index), ...each })),
    });
    const basket = priceBasket(
      {
        lines: example.lines.map(([each, quantity, more], index) =>
          aLine(letter(index), minorOf(each, currency), quantity, more),
        ),
        delivery: delivery && {
          code: 'standard',
          rate: ({ subtotalMinor }) =>
            freeFrom !== undefined && subtotalMinor >= minorOf(freeFrom, currency)
              ? 0n
              : minorOf(price, currency),
        },
      },
      terms,
    );

    const seen = Object.fromEntries(
      basket.outcomes.map((outcome) => {
        const { promotionId = '', status } = outcome;
        if (status === 'APPLIED') return [promotionId, tag(outcome.amountMinor)];
        if (status === 'BEATEN') return [promotionId, status];
        const { reason, missingMinor, missingQuantity } = outcome;
        const missing = missingMinor === undefined ? missingQuantity : tag(missingMinor);
        return [promotionId, missing === undefined ? reason : `${reason} ${missing}`];
      }),
    );
    const { cost } = basket;
    expect({
      discounts: tag(cost.discountsMinor),
      total: tag(cost.totalMinor),
      lineDiscounts: basket.lines.map((each) => tag(each.cost.discountsMinor)),
      tax: tag(cost.taxMinor),
      shipping: tag(cost.shippingMinor),
      outcomes: seen,
    }).toMatchObject({
      discounts: example.discounts,
      total: example.total,
      ...(lineDiscounts && { lineDiscounts }),
      ...(tax !== undefined && { tax }),
      ...(shipping !== undefined && { shipping }),
      ...(outcomes && { outcomes }),
    });
  });
});
