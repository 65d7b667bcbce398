import type { CatalogVariation } from '../catalog';
import type { BuyingTerms, Cost, PricedBasket } from '../pricing';

/** A gift that a promotion adds to a cart. It is no line of the cart: nobody changes how many there are. */
export interface CartGiftView {
  readonly promotionId: string;
  readonly variation: CatalogVariation;
  readonly quantity: number;
  readonly cost: Cost;
}

/** The gifts of a priced cart, with what they are. */
export function giftViews(
  { gifts }: Pick<PricedBasket, 'gifts'>,
  { giftVariations }: Pick<BuyingTerms, 'giftVariations'>,
): CartGiftView[] {
  return gifts.flatMap(({ variationId, ...gift }) => {
    const variation = giftVariations.get(variationId);
    return variation ? [{ ...gift, variation }] : [];
  });
}
