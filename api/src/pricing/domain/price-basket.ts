import type { Basket, BasketLine, Goods, PricedBasket, PricedBasketLine } from './basket';
import { type Cost, deliveryCost, lineCost, sumCosts } from './cost';
import { type PricingTerms, ratesFor, shippingRates } from './pricing-terms';
import { type LinePrice, linePrice } from './unit-prices';

/**
 * Prices a basket: unit prices, discounts, delivery by what is left of them, taxes line by line, and their sum. Carts,
 * checkouts, drafts and tests are all priced here, so that the same things never cost two prices.
 */
export function priceBasket<L extends BasketLine>(
  { lines, delivery }: Basket<L>,
  terms: PricingTerms,
): PricedBasket<L> {
  const priced = lines.map((line): PricedBasketLine<L> => {
    const price = linePrice(line, terms);
    const { unitPriceMinor, source } = price;
    return { line, unitPriceMinor, source, cost: costOf(line, price, 0n, terms) };
  });
  const goods = goodsOf(priced);
  const rateMinor = delivery?.rate(goods);
  const taxRates = shippingRates(terms);
  const deliveredFor = deliveryCost({ priceMinor: rateMinor ?? 0n, taxRates }, terms.book.rules);
  return {
    lines: priced,
    goods,
    delivery: deliveredFor,
    isDeliverable: !delivery || rateMinor !== undefined,
    cost: sumCosts([...priced.map(({ cost }) => cost), deliveredFor]),
  };
}

function costOf(
  line: BasketLine,
  { unitPriceMinor, partWeights }: LinePrice,
  discountMinor: bigint,
  terms: PricingTerms,
): Cost {
  const { quantity, bundle } = line;
  const parts = bundle?.parts.map(({ productId }, index) => ({
    weight: partWeights?.[index] ?? 0n,
    taxRates: ratesFor(productId, terms),
  }));
  const taxRates = ratesFor(line.productId, terms);
  return lineCost({ unitPriceMinor, quantity, discountMinor, taxRates, parts }, terms.book.rules);
}

function goodsOf(priced: readonly PricedBasketLine[]): Goods {
  let subtotalMinor = 0n;
  let weightGrams = 0;
  let quantity = 0;
  for (const { line, cost } of priced) {
    subtotalMinor += cost.subtotalMinor - cost.discountsMinor;
    weightGrams += (line.weightGrams ?? 0) * line.quantity;
    quantity += line.quantity;
  }
  return { subtotalMinor, weightGrams, quantity };
}
