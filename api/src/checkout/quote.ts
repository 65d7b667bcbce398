import type { CartLineView } from '../cart';
import { basketCost, type Cost } from '../pricing';
import type { ShippingMethod } from '../shipping';
import type { StoredQuote } from './persistence/checkout.entity';

/** A line of a quote. */
export type QuoteLine = Pick<CartLineView, 'id' | 'quantity' | 'unitPriceMinor'> & {
  readonly variation: StoredQuote['lines'][number]['variation'];
};

/** What the shopper is asked to pay, and for what. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly shippingMethodName: string | undefined;
  readonly cost: Cost;
}

/** Prices a cart's lines and a way of delivery as they are now. */
export function quoteNow(
  lines: readonly CartLineView[],
  shippingMethod: ShippingMethod | undefined,
): Quote {
  return {
    lines,
    shippingMethodName: shippingMethod?.name,
    cost: basketCost(lines, shippingMethod?.priceMinor ?? 0n),
  };
}

/** Writes a quote down. */
export function freeze(quote: Quote): StoredQuote {
  return {
    lines: quote.lines.map(({ id, variation, quantity, unitPriceMinor }) => {
      const { id: variationId, productId, sku, productTitle, title, image } = variation;
      return {
        id,
        variation: { id: variationId, productId, sku, productTitle, title, image },
        quantity,
        unitPriceMinor: unitPriceMinor.toString(),
      };
    }),
    shippingMethodName: quote.shippingMethodName ?? '',
    shippingMinor: quote.cost.shippingMinor.toString(),
  };
}

/** Reads a quote back. */
export function thaw(stored: StoredQuote): Quote {
  const lines = stored.lines.map((line) => ({
    ...line,
    unitPriceMinor: BigInt(line.unitPriceMinor),
  }));
  return {
    lines,
    shippingMethodName: stored.shippingMethodName,
    cost: basketCost(lines, BigInt(stored.shippingMinor)),
  };
}
