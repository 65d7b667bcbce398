import { fromDecimal } from '../../kernel/money';
import type { BasketLine } from '../domain/basket';
import type { PriceRule } from '../domain/price-rules';
import { type PricingTerms, targetOf } from '../domain/pricing-terms';
import {
  NO_PROMOTIONS,
  type Promotion,
  type PromotionCandidate,
  type PromotionTerms,
} from '../domain/promotion';
import type { Rounding } from '../domain/rounding';

/** What a test says of a promotion; the rest is as shops have it most often. */
export type StatedPromotion = Partial<Promotion> & Pick<Promotion, 'benefit'>;

/** A promotion that applies to everything. */
export function aPromotion(stated: StatedPromotion): Promotion {
  return {
    id: 'p',
    name: `Promotion ${stated.id ?? 'p'}`,
    class: 'ORDER',
    requiresCode: false,
    priority: 0,
    exclusiveGroup: null,
    combinesWith: ['LINE', 'ORDER', 'SHIPPING'],
    targets: {},
    conditions: {},
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    customerLimit: null,
    ...stated,
  };
}

/** An amount of a currency, in minor units. */
export function minorOf(amount: string, currencyCode = 'GBP'): bigint {
  const value = fromDecimal(amount, currencyCode);
  if (!value) throw new Error(`${amount} is no amount of ${currencyCode}.`);
  return value.amountMinor;
}

/** A line of a product with the line's own id. */
export function aLine(
  id: string,
  basePriceMinor: bigint,
  quantity = 1,
  more: Partial<BasketLine> = {},
): BasketLine {
  return { id, productId: id, variationId: id, basePriceMinor, quantity, ...more };
}

/** What a shop is like where a test prices a basket. */
export interface StatedShop {
  /** In percent; the tax is called VAT. None when left out. */
  readonly vat?: number;
  /** By product, in percent, where it is another. */
  readonly otherVat?: Readonly<Record<string, number>>;
  readonly pricesIncludeTax?: boolean;
  readonly rounding?: Rounding;
  readonly rules?: readonly PriceRule[];
  readonly customerGroup?: string;
  readonly promotions?: readonly StatedPromotion[];
  readonly candidates?: readonly PromotionCandidate[];
  readonly offer?: Partial<PromotionTerms>;
}

/** The terms on which somebody buys in such a shop. */
export function termsIn(shop: StatedShop): PricingTerms {
  const { vat, otherVat = {}, rules = [], promotions = [] } = shop;
  const rate = (taxClass: string, percent: number) => ({
    taxClass,
    name: 'VAT',
    ratePpm: Math.round(percent * 10_000),
    isCompound: false,
    countryCode: 'GB',
    region: '',
    postcodePrefix: '',
    layer: 1,
  });
  const rates = [
    ...(vat === undefined ? [] : [rate('standard', vat)]),
    ...Object.entries(otherVat).map(([productId, percent]) => rate(`of ${productId}`, percent)),
  ];
  const candidates = promotions.map((promotion) => ({ promotion: aPromotion(promotion) }));
  return {
    book: {
      rules: {
        pricesIncludeTax: shop.pricesIncludeTax ?? true,
        rounding: shop.rounding ?? 'HALF_UP',
      },
      homeCountry: 'GB',
      ratesByCountry: new Map([['GB', rates]]),
      taxClasses: new Map(Object.keys(otherVat).map((id) => [id, `of ${id}`])),
      defaultTaxClass: 'standard',
      shippingTaxClass: 'standard',
      priceRules: Map.groupBy(rules, targetOf),
    },
    place: { countryCode: 'GB' },
    customerGroup: shop.customerGroup,
    promotions: {
      ...NO_PROMOTIONS,
      at: new Date('2026-11-20T12:00:00Z'),
      ...shop.offer,
      candidates: [...candidates, ...(shop.candidates ?? [])],
    },
  };
}
