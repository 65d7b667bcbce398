import { applyPromotions } from './apply-promotions';
import type { Basket, BasketLine, Goods, PricedBasket, PricedBasketLine } from './basket';
import { partShares } from './bundle-price';
import { type Cost, deliveryCost, lineCost, lineResidue, type PricedLine, sumCosts } from './cost';
import { type PricingTerms, ratesFor, shippingRates } from './pricing-terms';
import { taxResidue } from './tax';
import { type LinePrice, linePrice } from './unit-prices';

/**
 * Prices a basket: unit prices, promotions on lines and on the order, delivery by what is left, promotions on delivery,
 * taxes line by line, and their sum. Carts, checkouts, drafts and tests are all priced here, so that the same things
 * never cost two prices.
 */
export function priceBasket<L extends BasketLine>(
  { lines, delivery }: Basket<L>,
  terms: PricingTerms,
): PricedBasket<L> {
  const { rules } = terms.book;
  const offered = lines.map((line) => {
    const price = linePrice(line, terms);
    return { line, price, unitPriceMinor: price.unitPriceMinor };
  });
  const bulk = bulkOf(lines);
  const promoted = applyPromotions({
    ...terms.promotions,
    lines: offered,
    buyer: { ...terms.promotions, customerGroup: terms.customerGroup },
    rounding: rules.rounding,
    rate: delivery && (({ subtotalMinor }) => delivery.rate({ ...bulk, subtotalMinor })),
  });
  const priced = offered.map((each, index) => {
    const discounts = promoted.discounts[index] ?? [];
    const line = taxedLine(each, sumOf(discounts), terms);
    return {
      ...each,
      discounts,
      cost: lineCost(line, rules),
      residueMicro: lineResidue(line, rules),
    };
  });
  const gifts = promoted.gifts.map((gift) => {
    const { productId = '' } = terms.promotions.gifts.get(gift.variationId) ?? {};
    const taxRates = ratesFor(productId, terms);
    return { ...gift, cost: lineCost({ unitPriceMinor: 0n, ...gift, taxRates }, rules) };
  });
  const { rateMinor, shippingMinor, outcomes } = promoted;
  const taxRates = shippingRates(terms);
  const deliveredFor = deliveryCost({ priceMinor: shippingMinor, taxRates }, rules);
  const costs = [...priced, ...gifts].map(({ cost }) => cost);
  return {
    lines: priced,
    gifts,
    goods: { ...bulk, subtotalMinor: netOf(costs) },
    delivery: deliveredFor,
    deliveryDiscountMinor: (rateMinor ?? 0n) - shippingMinor,
    deliveryResidueMicro: taxResidue(shippingMinor, taxRates, rules),
    isDeliverable: !delivery || rateMinor !== undefined,
    outcomes,
    cost: sumCosts([...costs, deliveredFor]),
  };
}

/** What of a priced line each of its parts is worth, in their order; they sum to the line. */
export function partTotals({
  line,
  price,
  cost,
}: Pick<PricedBasketLine, 'line' | 'price' | 'cost'>): bigint[] {
  const parts = (line.bundle?.parts ?? []).map(({ quantity }, index) => ({
    quantity,
    weight: price.partWeights?.[index] ?? 0n,
  }));
  return partShares(cost.totalMinor, parts);
}

interface OfferedPrice {
  readonly line: BasketLine;
  readonly price: LinePrice;
}

function taxedLine(
  { line, price: { unitPriceMinor, partWeights } }: OfferedPrice,
  discountMinor: bigint,
  terms: PricingTerms,
): PricedLine {
  const { quantity, bundle } = line;
  const parts = bundle?.parts.map(({ productId, quantity: units }, index) => ({
    weight: partWeights?.[index] ?? 0n,
    quantity: units,
    taxRates: ratesFor(productId, terms),
  }));
  const taxRates = ratesFor(line.productId, terms);
  return { unitPriceMinor, quantity, discountMinor, taxRates, parts };
}

function bulkOf(lines: readonly BasketLine[]): Omit<Goods, 'subtotalMinor'> {
  let weightGrams = 0;
  let quantity = 0;
  for (const line of lines) {
    weightGrams += (line.weightGrams ?? 0) * line.quantity;
    quantity += line.quantity;
  }
  return { weightGrams, quantity };
}

function netOf(costs: readonly Cost[]): bigint {
  return costs.reduce(
    (sum, { subtotalMinor, discountsMinor }) => sum + subtotalMinor - discountsMinor,
    0n,
  );
}

function sumOf(amounts: readonly { readonly amountMinor: bigint }[]): bigint {
  return amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
