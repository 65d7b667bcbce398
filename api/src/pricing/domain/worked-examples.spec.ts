import { fromDecimal, money, toDecimal } from '../../kernel/money';
import { allocate } from './allocation';
import { deliveryCost, lineCost, sumCosts } from './cost';
import type { Rounding } from './rounding';
import type { TaxRate } from './tax';

// Calculated by hand. An amount is written as a price tag of its currency; a tax line as "amount name".

const rate = (name: string, percent: number, isCompound = false): TaxRate => ({
  name,
  ratePpm: Math.round(percent * 10_000),
  isCompound,
});

const VAT = [rate('VAT', 20)];
const ZERO = [rate('VAT 0', 0)];
const MWST = [rate('MwSt', 19)];
const MWST_BOOKS = [rate('MwSt 7', 7)];
const NYC = [rate('Sales tax', 8.875)];
const TEN = [rate('Tax', 10)];
const JCT = [rate('JCT', 10)];
const JCT_FOOD = [rate('JCT 8', 8)];
const KUWAIT = [rate('Tax', 5)];
const QUEBEC = [rate('GST', 5), rate('QST', 9.975)];
const ISLAND = [rate('GST', 5), rate('PST', 10, true)];
const INDIA = [rate('CGST', 9), rate('SGST', 9)];
const NONE: TaxRate[] = [];

/** Unit price, quantity, rates, discount. */
type Line = readonly [string, number, readonly TaxRate[], string?];

interface Example {
  readonly title: string;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly shipping?: readonly [string, readonly TaxRate[]];
  readonly rounding?: Rounding;
  readonly tax: string;
  readonly total: string;
  /** Where worth naming: subtotal, discounts and the single taxes. */
  readonly subtotal?: string;
  readonly discounts?: string;
  readonly taxes?: readonly string[];
}

function check(example: Example, pricesIncludeTax: boolean): void {
  const { currency } = example;
  const minor = (amount: string): bigint => {
    const value = fromDecimal(amount, currency);
    if (!value) throw new Error(`${amount} is no amount of ${currency}.`);
    return value.amountMinor;
  };
  const tag = (amount: bigint): string => toDecimal(money(amount, currency));
  const [shippingPrice, shippingRates] = example.shipping ?? ['0', NONE];
  const rules = { pricesIncludeTax, rounding: example.rounding ?? 'HALF_UP' };
  const lines = example.lines.map(([price, quantity, taxRates, discount = '0']) => ({
    unitPriceMinor: minor(price),
    quantity,
    taxRates,
    discountMinor: minor(discount),
  }));
  const cost = sumCosts([
    ...lines.map((line) => lineCost(line, rules)),
    deliveryCost({ priceMinor: minor(shippingPrice), taxRates: shippingRates }, rules),
  ]);
  const shown = {
    tax: tag(cost.taxMinor),
    total: tag(cost.totalMinor),
    subtotal: tag(cost.subtotalMinor),
    discounts: tag(cost.discountsMinor),
    taxes: cost.taxLines.map(({ name, amountMinor }) => `${tag(amountMinor)} ${name}`),
  };
  const { tax, total, subtotal, discounts, taxes } = example;
  expect(shown).toMatchObject({
    tax,
    total,
    ...(subtotal === undefined ? {} : { subtotal }),
    ...(discounts === undefined ? {} : { discounts }),
    ...(taxes === undefined ? {} : { taxes }),
  });
}

const EVEN = 'HALF_EVEN';

const contained: readonly Example[] = [
  // prettier-ignore
  ...([
  { title: 'a sixth of 12.00', currency: 'GBP', lines: [['12.00', 1, VAT]], tax: '2.00', total: '12.00' },
  { title: '1.666… of 10.00', currency: 'GBP', lines: [['10.00', 1, VAT]], tax: '1.67', total: '10.00' },
  { title: 'half a penny goes up', currency: 'GBP', lines: [['0.03', 1, VAT]], tax: '0.01', total: '0.03' },
  { title: 'half a penny goes to the even 0', currency: 'GBP', rounding: EVEN, lines: [['0.03', 1, VAT]], tax: '0.00', total: '0.03' },
  { title: '1.5 pence go up', currency: 'GBP', lines: [['0.09', 1, VAT]], tax: '0.02', total: '0.09' },
  { title: '1.5 pence go to the even 2', currency: 'GBP', rounding: EVEN, lines: [['0.09', 1, VAT]], tax: '0.02', total: '0.09' },
  { title: '2.5 pence go up', currency: 'GBP', lines: [['0.15', 1, VAT]], tax: '0.03', total: '0.15' },
  { title: '2.5 pence go to the even 2', currency: 'GBP', rounding: EVEN, lines: [['0.15', 1, VAT]], tax: '0.02', total: '0.15' },
  { title: '499.5 pence of three', currency: 'GBP', lines: [['9.99', 3, VAT]], tax: '5.00', total: '29.97', subtotal: '29.97' },
  { title: 'nothing of a zero-rated notebook', currency: 'GBP', lines: [['4.50', 1, ZERO]], tax: '0.00', total: '4.50', taxes: ['0.00 VAT 0'] },
  { title: 'nothing where no tax is known', currency: 'GBP', lines: [['4.50', 2, NONE]], tax: '0.00', total: '9.00', taxes: [] },
  { title: '19 of 119', currency: 'EUR', lines: [['119.00', 1, MWST]], tax: '19.00', total: '119.00' },
  { title: '159.504 cents of 9.99', currency: 'EUR', lines: [['9.99', 1, MWST]], tax: '1.60', total: '9.99' },
  { title: '7 of 107', currency: 'EUR', lines: [['10.70', 1, MWST_BOOKS]], tax: '0.70', total: '10.70' },
  { title: 'yen without decimals', currency: 'JPY', lines: [['1100', 1, JCT]], tax: '100', total: '1100' },
  { title: '74.07 yen', currency: 'JPY', lines: [['1000', 1, JCT_FOOD]], tax: '74', total: '1000' },
  { title: '9.545 yen', currency: 'JPY', lines: [['105', 1, JCT]], tax: '10', total: '105' },
  { title: '0.4545 yen are none', currency: 'JPY', lines: [['5', 1, JCT]], tax: '0', total: '5' },
  { title: '0.5454 yen are one', currency: 'JPY', lines: [['6', 1, JCT]], tax: '1', total: '6' },
  { title: '5 yen of five', currency: 'JPY', lines: [['11', 5, JCT]], tax: '5', total: '55' },
  { title: 'dinars with three decimals', currency: 'KWD', lines: [['1.050', 1, KUWAIT]], tax: '0.050', total: '1.050' },
  { title: '47.619 fils', currency: 'KWD', lines: [['1.000', 1, KUWAIT]], tax: '0.048', total: '1.000' },
  { title: '0.476 fils are none', currency: 'KWD', lines: [['0.010', 1, KUWAIT]], tax: '0.000', total: '0.010' },
  { title: '0.5238 fils are one', currency: 'KWD', lines: [['0.011', 1, KUWAIT]], tax: '0.001', total: '0.011' },
  { title: 'a line is rounded once, not unit by unit: 16.5 pence', currency: 'GBP', lines: [['0.33', 3, VAT]], tax: '0.17', total: '0.99' },
  { title: '16.5 pence go to the even 16', currency: 'GBP', rounding: EVEN, lines: [['0.33', 3, VAT]], tax: '0.16', total: '0.99' },
  { title: 'three lines of 1.667 pence are rounded one by one', currency: 'GBP', lines: [['0.10', 1, VAT], ['0.10', 1, VAT], ['0.10', 1, VAT]], tax: '0.06', total: '0.30' },
  { title: 'one line of the same three units is not', currency: 'GBP', lines: [['0.10', 3, VAT]], tax: '0.05', total: '0.30' },
  { title: 'two halves of a tax', currency: 'INR', lines: [['118.00', 1, INDIA]], tax: '18.00', total: '118.00', taxes: ['9.00 CGST', '9.00 SGST'] },
  { title: 'an odd penny of two equal taxes goes to the first', currency: 'INR', lines: [['100.00', 1, INDIA]], tax: '15.25', total: '100.00', taxes: ['7.63 CGST', '7.62 SGST'] },
  { title: 'yen of two rates: 36.4 and 54.6', currency: 'JPY', lines: [['1000', 1, [rate('Town', 4), rate('State', 6)]]], tax: '91', total: '1000', taxes: ['55 State', '36 Town'] },
  { title: 'taxes never take more than there is', currency: 'GBP', lines: [['0.02', 1, [rate('A', 100), rate('B', 100), rate('C', 100)]]], tax: '0.02', total: '0.02', taxes: ['0.01 A', '0.01 B', '0.00 C'] },
  { title: 'a poster, a zero-rated notebook and delivery', currency: 'GBP', lines: [['25.00', 1, VAT], ['12.00', 1, ZERO]], shipping: ['4.50', VAT], tax: '4.92', total: '41.50', subtotal: '37.00', taxes: ['4.92 VAT', '0.00 VAT 0'] },
  { title: 'delivery that is not taxed', currency: 'GBP', lines: [['12.00', 1, VAT]], shipping: ['3.00', ZERO], tax: '2.00', total: '15.00' },
  { title: 'free delivery', currency: 'GBP', lines: [['12.00', 1, VAT]], shipping: ['0.00', VAT], tax: '2.00', total: '12.00' },
  { title: 'delivery of nothing', currency: 'GBP', lines: [], shipping: ['4.50', VAT], tax: '0.75', total: '4.50' },
  { title: 'nothing at all', currency: 'GBP', lines: [], tax: '0.00', total: '0.00', taxes: [] },
  { title: 'a book, a mug and delivery', currency: 'EUR', lines: [['10.70', 1, MWST_BOOKS], ['11.90', 1, MWST]], shipping: ['5.95', MWST], tax: '3.55', total: '28.55', taxes: ['2.85 MwSt', '0.70 MwSt 7'] },
  { title: 'one tax of several lines is told once', currency: 'GBP', lines: [['10.00', 1, VAT], ['20.00', 1, VAT]], tax: '5.00', total: '30.00', taxes: ['5.00 VAT'] },
  { title: 'food, a mug and delivery in yen', currency: 'JPY', lines: [['1080', 1, JCT_FOOD], ['1100', 1, JCT]], shipping: ['550', JCT], tax: '230', total: '2730', taxes: ['150 JCT', '80 JCT 8'] },
  { title: 'delivery in dinars', currency: 'KWD', lines: [['1.050', 1, KUWAIT]], shipping: ['2.100', KUWAIT], tax: '0.150', total: '3.150' },
  { title: 'yen without any tax', currency: 'JPY', lines: [['500', 2, NONE]], shipping: ['300', NONE], tax: '0', total: '1300' },
  { title: 'a discount lowers the tax: a sixth of 20.00', currency: 'GBP', lines: [['25.00', 1, VAT, '5.00']], tax: '3.33', total: '20.00', subtotal: '25.00', discounts: '5.00' },
  { title: 'a discount takes no more than the line costs', currency: 'GBP', lines: [['5.00', 1, VAT, '9.00']], tax: '0.00', total: '0.00', discounts: '5.00' },
  { title: 'a gift', currency: 'GBP', lines: [['12.00', 1, VAT, '12.00']], tax: '0.00', total: '0.00', discounts: '12.00' },
  { title: '332.8 pence of 29.97 less 10.00', currency: 'GBP', lines: [['9.99', 3, VAT, '10.00']], tax: '3.33', total: '19.97', subtotal: '29.97', discounts: '10.00' },
  { title: '60.636 yen of a third less', currency: 'JPY', lines: [['1000', 1, JCT, '333']], tax: '61', total: '667', discounts: '333' },
  ] satisfies Example[]),
];

const added: readonly Example[] = [
  // prettier-ignore
  ...([
  { title: 'a fifth of 10.00', currency: 'GBP', lines: [['10.00', 1, VAT]], tax: '2.00', total: '12.00' },
  { title: '8.786 cents', currency: 'USD', lines: [['0.99', 1, NYC]], tax: '0.09', total: '1.08' },
  { title: '532.23 cents of three', currency: 'USD', lines: [['19.99', 3, NYC]], tax: '5.32', total: '65.29', subtotal: '59.97' },
  { title: 'half a cent goes up', currency: 'USD', lines: [['0.05', 1, TEN]], tax: '0.01', total: '0.06' },
  { title: 'half a cent goes to the even 0', currency: 'USD', rounding: EVEN, lines: [['0.05', 1, TEN]], tax: '0.00', total: '0.05' },
  { title: '1.5 cents go to the even 2', currency: 'USD', rounding: EVEN, lines: [['0.15', 1, TEN]], tax: '0.02', total: '0.17' },
  { title: '2.5 cents go up', currency: 'USD', lines: [['0.25', 1, TEN]], tax: '0.03', total: '0.28' },
  { title: '2.5 cents go to the even 2', currency: 'USD', rounding: EVEN, lines: [['0.25', 1, TEN]], tax: '0.02', total: '0.27' },
  { title: '10.1 yen', currency: 'JPY', lines: [['101', 1, JCT]], tax: '10', total: '111' },
  { title: '10.5 yen go up', currency: 'JPY', lines: [['105', 1, JCT]], tax: '11', total: '116' },
  { title: '10.5 yen go to the even 10', currency: 'JPY', rounding: EVEN, lines: [['105', 1, JCT]], tax: '10', total: '115' },
  { title: '61.7 fils', currency: 'KWD', lines: [['1.234', 1, KUWAIT]], tax: '0.062', total: '1.296' },
  { title: 'half a fils goes up', currency: 'KWD', lines: [['0.010', 1, KUWAIT]], tax: '0.001', total: '0.011' },
  { title: 'half a fils goes to the even 0', currency: 'KWD', rounding: EVEN, lines: [['0.010', 1, KUWAIT]], tax: '0.000', total: '0.010' },
  { title: 'a rate of nothing', currency: 'USD', lines: [['9.99', 1, ZERO]], tax: '0.00', total: '9.99' },
  { title: '131.67 cents of seven', currency: 'EUR', lines: [['0.99', 7, MWST]], tax: '1.32', total: '8.25', subtotal: '6.93' },
  { title: 'three lines of 0.6 pence are a penny each', currency: 'GBP', lines: [['0.03', 1, VAT], ['0.03', 1, VAT], ['0.03', 1, VAT]], tax: '0.03', total: '0.12' },
  { title: 'one line of the same three units is 1.8 pence', currency: 'GBP', lines: [['0.03', 3, VAT]], tax: '0.02', total: '0.11' },
  { title: '5.00 and 9.975 are rounded together', currency: 'CAD', lines: [['100.00', 1, QUEBEC]], tax: '14.98', total: '114.98', taxes: ['9.98 QST', '5.00 GST'] },
  { title: '0.50 and 0.9975', currency: 'CAD', lines: [['10.00', 1, QUEBEC]], tax: '1.50', total: '11.50', taxes: ['1.00 QST', '0.50 GST'] },
  { title: '0.05 and 0.09975', currency: 'CAD', lines: [['1.00', 1, QUEBEC]], tax: '0.15', total: '1.15', taxes: ['0.10 QST', '0.05 GST'] },
  { title: 'a tax on a tax: 5.00 and 10 % of 105.00', currency: 'CAD', lines: [['100.00', 1, ISLAND]], tax: '15.50', total: '115.50', taxes: ['10.50 PST', '5.00 GST'] },
  { title: '1.54845 of 9.99', currency: 'CAD', lines: [['9.99', 1, ISLAND]], tax: '1.55', total: '11.54', taxes: ['1.05 PST', '0.50 GST'] },
  { title: 'taxes on taxes: 10.00, 11.00 and 12.10', currency: 'EUR', lines: [['100.00', 1, [rate('A', 10), rate('B', 10, true), rate('C', 10, true)]]], tax: '33.10', total: '133.10', taxes: ['10.00 A', '11.00 B', '12.10 C'] },
  { title: 'a tax on a tax without one before it', currency: 'EUR', lines: [['100.00', 1, [rate('A', 7, true)]]], tax: '7.00', total: '107.00' },
  { title: 'two rates in dinars', currency: 'KWD', lines: [['1.000', 1, [rate('A', 2.5), rate('B', 2.5)]]], tax: '0.050', total: '1.050', taxes: ['0.025 A', '0.025 B'] },
  { title: 'one penny of three equal taxes goes to the first', currency: 'GBP', lines: [['0.01', 1, [rate('A', 20), rate('B', 20), rate('C', 20)]]], tax: '0.01', total: '0.02', taxes: ['0.01 A', '0.00 B', '0.00 C'] },
  { title: 'a poster, a zero-rated notebook and delivery', currency: 'GBP', lines: [['25.00', 1, VAT], ['12.00', 1, ZERO]], shipping: ['4.50', VAT], tax: '5.90', total: '47.40', subtotal: '37.00' },
  { title: 'a discount before tax', currency: 'GBP', lines: [['25.00', 1, VAT, '5.00']], tax: '4.00', total: '24.00', discounts: '5.00' },
  { title: '333.35 fils of 10.000 less 3.333', currency: 'KWD', lines: [['10.000', 1, KUWAIT, '3.333']], tax: '0.333', total: '7.000' },
  { title: 'discounts on two lines, and delivery', currency: 'USD', lines: [['10.00', 1, TEN, '1.00'], ['20.00', 1, TEN, '2.00']], shipping: ['3.00', TEN], tax: '3.00', total: '33.00', subtotal: '30.00', discounts: '3.00' },
  ] satisfies Example[]),
];

describe('worked examples', () => {
  describe('with tax contained in prices', () => {
    it.each(contained)('$currency: $title', (example) => check(example, true));
  });

  describe('with tax added to prices', () => {
    it.each(added)('$currency: $title', (example) => check(example, false));
  });

  // prettier-ignore
  it.each<[string, bigint, bigint[], bigint[]]>([
    ['10.00 in three', 1_000n, [1n, 1n, 1n], [334n, 333n, 333n]],
    ['100 yen in three', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    ['one penny in three', 1n, [1n, 1n, 1n], [1n, 0n, 0n]],
    ['two pence in shares of 1, 2 and 3', 2n, [1n, 2n, 3n], [0n, 1n, 1n]],
    ['5.00 off lines of 10.00, 20.00 and 30.00', 500n, [1_000n, 2_000n, 3_000n], [83n, 167n, 250n]],
    ['7 in exact shares', 7n, [3n, 3n, 1n], [3n, 3n, 1n]],
    ['1.000 dinar in seven', 1_000n, [1n, 1n, 1n, 1n, 1n, 1n, 1n], [143n, 143n, 143n, 143n, 143n, 143n, 142n]],
    ['5 past somebody without a share', 5n, [1n, 0n, 1n], [3n, 0n, 2n]],
    ['a whole that nobody has a share of', 100n, [0n, 0n], [100n, 0n]],
    ['nothing', 0n, [2n, 1n], [0n, 0n]],
    ['a refund of 10 in three', -10n, [1n, 1n, 1n], [-4n, -3n, -3n]],
  ])('shares %s', (_, whole, weights, parts) => {
    expect(allocate(whole, weights)).toEqual(parts);
  });
});
