import { basketLine, type CartLineView, giftViews } from '../cart';
import {
  type BuyingTerms,
  type Cost,
  deliveryCost,
  explainPrices,
  freezeCost,
  type Goods,
  lineCost,
  priceBasket,
  sumCosts,
  thawCost,
} from '../pricing';
import type { DeliveryOffer, ShownOffer } from '../shipping';
import { type SharedTotal, shareTotal } from './domain/gift-card-parts';
import type { StoredQuote } from './persistence/checkout.entity';
import {
  freezeParts,
  freezeVariation,
  type QuotedPart,
  quotedParts,
  type StoredVariation,
  thawParts,
} from './quoted-parts';
import {
  freezePromotions,
  type QuotedPromotions,
  quotedPromotions,
  thawPromotions,
} from './quoted-promotions';

/** A line of a quote. */
export interface QuoteLine extends Pick<CartLineView, 'id' | 'quantity' | 'unitPriceMinor'> {
  readonly variation: StoredVariation;
  readonly cost: Cost;
  /** What one unit consists of, where it is a bundle. */
  readonly parts?: readonly QuotedPart[] | undefined;
  /** Whether a promotion adds it: it is in no cart. */
  readonly isGift: boolean;
}

/** What the shopper is asked to pay, and for what. `dueMinor` is what gift cards leave to pay another way. */
export interface Quote extends SharedTotal, QuotedPromotions {
  readonly lines: readonly QuoteLine[];
  /** Undefined while none is chosen that takes the goods. */
  readonly shippingMethodName: string | undefined;
  /** What is delivered; unknown of a quote that was written down. */
  readonly goods?: Goods;
  readonly cost: Cost;
}

/** A line that can be quoted: a cart's, or one that staff have written, perhaps at a price of their own. */
export interface QuotableLine extends Pick<
  CartLineView,
  'id' | 'quantity' | 'variation' | 'parts'
> {
  readonly fixedPriceMinor?: bigint | undefined;
}

/** Prices lines and a way of delivery on the terms of whoever buys them. */
export function quoteNow(
  wanted: readonly QuotableLine[],
  offer: DeliveryOffer | undefined,
  terms: BuyingTerms,
): Quote {
  const basket = priceBasket({ lines: wanted.map(basketLine), delivery: offer }, terms);
  const lines = basket.lines.map((priced): QuoteLine => {
    const { line, unitPriceMinor, cost } = priced;
    const { id, quantity, variation } = line;
    const parts = quotedParts(line.parts, priced);
    return { id, quantity, variation, unitPriceMinor, cost, parts, isGift: false };
  });
  const gifts = giftViews(basket, terms).map(({ promotionId, ...gift }) => ({
    ...gift,
    id: promotionId,
    unitPriceMinor: 0n,
    isGift: true,
  }));
  const { cost, goods } = basket;
  return {
    lines: [...lines, ...gifts],
    shippingMethodName: basket.isDeliverable ? offer?.name : undefined,
    goods,
    cost,
    ...shareTotal(cost.totalMinor, []),
    ...quotedPromotions(explainPrices(basket)),
  };
}

/** The way of delivery of a quote as it is shown; undefined when it does not take the goods. */
export function deliveryOf(
  { goods }: Pick<Quote, 'goods'>,
  offer: DeliveryOffer | undefined,
): ShownOffer | undefined {
  const priceMinor = goods && offer?.rate(goods);
  return offer && priceMinor !== undefined ? { ...offer, priceMinor } : undefined;
}

/** Whether anything of it has to be delivered: gift cards are mailed. */
export function isDelivered(
  lines: readonly { readonly variation: Pick<StoredVariation, 'isGiftCard'> }[],
): boolean {
  return lines.some(({ variation }) => !variation.isGiftCard);
}

/** Writes a quote down. */
export function freeze(quote: Quote): StoredQuote {
  return {
    lines: quote.lines.map(({ id, variation, quantity, unitPriceMinor, cost, parts, isGift }) => ({
      id,
      variation: freezeVariation(variation),
      quantity,
      unitPriceMinor: unitPriceMinor.toString(),
      ...(isGift && { isGift }),
      ...(parts && { parts: freezeParts(parts) }),
      cost: freezeCost(cost),
    })),
    shippingMethodName: quote.shippingMethodName ?? '',
    shippingMinor: quote.cost.shippingMinor.toString(),
    cost: freezeCost(quote.cost),
    ...freezePromotions(quote),
    ...(quote.giftCards.length > 0 && {
      giftCards: quote.giftCards.map((card) => ({
        ...card,
        amountMinor: card.amountMinor.toString(),
      })),
    }),
  };
}

/** Reads a quote back. */
export function thaw(stored: StoredQuote): Quote {
  const lines = stored.lines.map(({ cost, isGift = false, parts, ...line }) => {
    const priced = { ...line, isGift, unitPriceMinor: BigInt(line.unitPriceMinor) };
    return { ...priced, parts: thawParts(parts), cost: cost ? thawCost(cost) : lineCost(priced) };
  });
  const { cost, shippingMethodName, shippingMinor } = stored;
  const delivery = deliveryCost({ priceMinor: BigInt(shippingMinor) });
  const total = cost ? thawCost(cost) : sumCosts([...lines.map((line) => line.cost), delivery]);
  const cards = (stored.giftCards ?? []).map(({ id, last4, amountMinor }) => ({
    id,
    last4,
    availableMinor: BigInt(amountMinor),
  }));
  const shared = shareTotal(total.totalMinor, cards);
  return { lines, shippingMethodName, cost: total, ...shared, ...thawPromotions(stored) };
}
