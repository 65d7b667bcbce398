import { money, toDecimal } from '../../kernel/money';
import { aLine, minorOf, type StatedShop, termsIn } from '../testing/basket-builder';
import type { BasketLine, BasketPart } from './basket';
import type { BundleRule } from './bundle-price';
import { priceBasket } from './price-basket';
import type { PriceRule, PriceTerms } from './price-rules';

// Calculated by hand. A part is "name, what it costs alone, units in one bundle"; products are called as their parts.

interface Example {
  readonly title: string;
  readonly currency?: string;
  readonly rule: BundleRule;
  readonly parts: readonly (readonly [name: string, price: string, units: number])[];
  readonly quantity?: number;
  /** What the bundle's own variation costs before any list. */
  readonly own?: string;
  readonly shop?: StatedShop;
  readonly staffPrice?: string;
  readonly total: string;
  readonly tax?: string;
}

const SUM: BundleRule = { kind: 'SUM' };
const FIXED: BundleRule = { kind: 'FIXED' };
const percentOff = (percent: number): BundleRule => ({
  kind: 'PERCENT_OFF',
  offPpm: percent * 10_000,
});
const list = (
  variationId: string,
  terms: PriceTerms,
  more: Partial<PriceRule> = {},
): PriceRule => ({
  priceListId: `list of ${variationId}`,
  productId: null,
  variationId,
  priority: 0,
  customerGroup: null,
  minQuantity: 1,
  terms,
  ...more,
});
const at = (amount: string): PriceTerms => ({ kind: 'FIXED', priceMinor: minorOf(amount) });

// prettier-ignore
const examples: readonly Example[] = [
  { title: 'two bundles at the sum of their parts; each part is taxed by itself: 3.33 and 3.33', rule: SUM, parts: [['x', '10.00', 1], ['y', '5.00', 2]], quantity: 2, shop: { vat: 20 }, total: '40.00', tax: '6.66' },
  { title: 'a price of its own, half of it at nothing', rule: FIXED, own: '15.00', parts: [['x', '10.00', 1], ['y', '5.00', 2]], shop: { vat: 20, otherVat: { y: 0 } }, total: '15.00', tax: '1.25' },
  { title: 'thirds of 10.00 are 3.34, 3.33 and 3.33, with 0.56 of tax in each', rule: FIXED, own: '10.00', parts: [['x', '5.00', 1], ['y', '5.00', 1], ['z', '5.00', 1]], shop: { vat: 20 }, total: '10.00', tax: '1.68' },
  { title: 'before tax: 9.00 at a fifth and 4.50 at a twentieth', rule: percentOff(10), parts: [['x', '10.00', 1], ['y', '5.00', 1]], shop: { vat: 20, otherVat: { y: 5 }, pricesIncludeTax: false }, total: '15.53', tax: '2.03' },
  { title: 'a tier counts the units of a part over all bundles of the line', rule: SUM, parts: [['x', '10.00', 3]], quantity: 2, shop: { rules: [list('x', at('8.00'), { minQuantity: 6 })] }, total: '48.00' },
  { title: 'one bundle does not reach that tier', rule: SUM, parts: [['x', '10.00', 3]], shop: { rules: [list('x', at('8.00'), { minQuantity: 6 })] }, total: '30.00' },
  { title: "a group's price of a part", rule: SUM, parts: [['x', '10.00', 1], ['y', '5.00', 1]], shop: { customerGroup: 'trade', rules: [list('y', at('4.00'), { customerGroup: 'trade' })] }, total: '14.00' },
  { title: 'a list that names a bundle of a fixed price', rule: FIXED, own: '15.00', parts: [['x', '10.00', 1]], shop: { rules: [list('set', { kind: 'PERCENT_OFF', offPpm: 200_000 })] }, total: '12.00' },
  { title: 'a list that names a bundle which costs what its parts cost changes nothing', rule: SUM, own: '15.00', parts: [['x', '10.00', 1]], shop: { rules: [list('set', at('1.00'))] }, total: '10.00' },
  { title: 'a tenth off 995 yen: half a yen goes up', currency: 'JPY', rule: percentOff(10), parts: [['x', '995', 1]], total: '895' },
  { title: 'an eighth off 7.005 dinars', currency: 'KWD', rule: percentOff(12.5), parts: [['x', '2.335', 3]], total: '6.129' },
  { title: 'parts that cost nothing alone share by units: a third of 9.00 is taxed', rule: FIXED, own: '9.00', parts: [['x', '0.00', 1], ['y', '0.00', 2]], shop: { vat: 20, otherVat: { y: 0 } }, total: '9.00', tax: '0.50' },
  { title: 'a price that staff have agreed on, shared by what the parts cost', rule: SUM, staffPrice: '12.00', parts: [['x', '10.00', 1], ['y', '5.00', 2]], shop: { vat: 20, otherVat: { y: 0 } }, total: '12.00', tax: '1.00' },
  { title: 'a bundle that is given away', rule: percentOff(100), parts: [['x', '10.00', 1]], shop: { vat: 20 }, total: '0.00', tax: '0.00' },
];

function lineOf({ currency, rule, parts, quantity, own = '0', staffPrice }: Example): BasketLine {
  return aLine('set', minorOf(own, currency), quantity, {
    ...(staffPrice && { fixedPriceMinor: minorOf(staffPrice, currency) }),
    bundle: {
      rule,
      parts: parts.map(([name, price, units]): BasketPart => ({
        productId: name,
        variationId: name,
        basePriceMinor: minorOf(price, currency),
        quantity: units,
      })),
    },
  });
}

describe('bundles in baskets, worked out by hand', () => {
  it.each(examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
    const { currency = 'GBP', shop = {}, total, tax } = example;

    const { cost } = priceBasket({ lines: [lineOf(example)] }, termsIn(shop));

    const tag = (amount: bigint): string => toDecimal(money(amount, currency));
    expect(tag(cost.totalMinor)).toBe(total);
    if (tax !== undefined) expect(tag(cost.taxMinor)).toBe(tax);
  });
});
