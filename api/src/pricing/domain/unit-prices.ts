import type { BasketBundle, BasketLine, UnitPriceSource } from './basket';
import { bundlePrice } from './bundle-price';
import { unitPrice } from './price-rules';
import { type PricingTerms, rulesFor } from './pricing-terms';

/** The price of one unit of a line. */
export interface LinePrice {
  readonly unitPriceMinor: bigint;
  readonly source: UnitPriceSource;
  /** The price list that decided, if one did. */
  readonly priceListId?: string | undefined;
  /** What a bundle's parts cost by themselves in one unit, in their order: its price is shared by these. */
  readonly partWeights?: readonly bigint[] | undefined;
}

/** The price of one unit: what staff have set, a bundle's rule, a price list, or the base price. */
export function linePrice(line: BasketLine, terms: PricingTerms): LinePrice {
  const { bundle, fixedPriceMinor } = line;
  const partWeights = bundle && weightsOf(bundle, line.quantity, terms);
  if (fixedPriceMinor !== undefined) {
    return { unitPriceMinor: fixedPriceMinor, source: 'STAFF', partWeights };
  }
  const { priceMinor, priceListId, isTier } = listedPrice(line, line.quantity, terms);
  if (bundle && partWeights) {
    const sumMinor = partWeights.reduce((sum, weight) => sum + weight, 0n);
    const unitPriceMinor = bundlePrice(bundle.rule, { ownMinor: priceMinor, sumMinor });
    return { unitPriceMinor, source: 'BUNDLE', partWeights };
  }
  const source = priceListId === undefined ? 'BASE' : isTier ? 'TIER' : 'PRICE_LIST';
  return { unitPriceMinor: priceMinor, source, priceListId };
}

type Priced = Pick<BasketLine, 'productId' | 'variationId' | 'basePriceMinor'>;

function listedPrice({ basePriceMinor, ...goods }: Priced, quantity: number, terms: PricingTerms) {
  const { customerGroup } = terms;
  const { productId, variationId } = goods;
  const purchase = { productId, variationId, quantity, customerGroup };
  return unitPrice(basePriceMinor, rulesFor(goods, terms.book), purchase);
}

/** A tier counts the units that are bought of a part, over all units of the bundle. */
function weightsOf({ parts }: BasketBundle, quantity: number, terms: PricingTerms): bigint[] {
  return parts.map((part) => {
    const { priceMinor } = listedPrice(part, part.quantity * quantity, terms);
    return priceMinor * BigInt(part.quantity);
  });
}
