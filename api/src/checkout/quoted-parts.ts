import type { CartGoods, CartPartView } from '../cart';
import type { CatalogVariation } from '../catalog';
import { partTotals, type PricedBasketLine } from '../pricing';

/** A variation as it is written down. */
export type StoredVariation = Omit<
  CatalogVariation,
  'priceMinor' | 'basePriceMinor' | 'weightGrams'
>;

/** A part of a quoted bundle. */
export interface QuotedPart {
  readonly choiceId: string;
  readonly choiceName: string;
  readonly variation: StoredVariation;
  /** Units in one unit of the line. */
  readonly quantity: number;
  /** Its share of what the line costs; the shares of the parts sum to that. */
  readonly totalMinor: bigint;
}

/** The same as it is written down; minor units are texts because JSON has no bigint. */
export type StoredPart = Omit<QuotedPart, 'totalMinor'> & { readonly totalMinor: string };

/** The parts of a priced line; undefined for what is no bundle. */
export function quotedParts(
  parts: readonly CartPartView[] | undefined,
  priced: Pick<PricedBasketLine, 'line' | 'price' | 'cost'>,
): readonly QuotedPart[] | undefined {
  if (!parts) return undefined;
  const totals = partTotals(priced);
  return parts.map(({ choiceId, choiceName, variation, quantity }, index) => ({
    choiceId,
    choiceName,
    variation,
    quantity,
    totalMinor: totals[index] ?? 0n,
  }));
}

/** What is kept of a variation. */
export function freezeVariation(variation: StoredVariation): StoredVariation {
  const { id, productId, sku, productTitle, title, image, isGiftCard } = variation;
  const goods = { id, productId, sku, productTitle, title, image };
  return isGiftCard ? { ...goods, isGiftCard } : goods;
}

/** Writes parts down. */
export function freezeParts(
  parts: readonly QuotedPart[] | undefined,
): readonly StoredPart[] | undefined {
  return parts?.map(({ variation, totalMinor, ...part }) => ({
    ...part,
    variation: freezeVariation(variation),
    totalMinor: totalMinor.toString(),
  }));
}

/** Reads parts back. */
export function thawParts(
  parts: readonly StoredPart[] | undefined,
): readonly QuotedPart[] | undefined {
  return parts?.map((part) => ({ ...part, totalMinor: BigInt(part.totalMinor) }));
}

/** The goods of a quoted line, as a cart names them and as the stock is asked for them. */
export function goodsOf({
  id,
  variation,
  quantity,
  parts,
}: {
  readonly id: string;
  readonly variation: StoredVariation;
  readonly quantity: number;
  readonly parts?: readonly QuotedPart[] | undefined;
}): CartGoods & { readonly id: string; readonly quantity: number } {
  return {
    id,
    variationId: variation.id,
    quantity,
    parts: parts?.map((part) => ({
      choiceId: part.choiceId,
      variationId: part.variation.id,
      quantity: part.quantity,
    })),
  };
}
