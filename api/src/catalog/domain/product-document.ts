import type { Bundle } from './bundle';
import { LISTING_TAG, listingTag, productSlugTag, productTag } from './catalog-tags';

/** A picture in a document. */
export interface DocumentImage {
  readonly id: string;
  readonly fileName: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A variation in a document. */
export interface DocumentVariation {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  /** Minor units; text, because a number would lose digits. */
  readonly priceMinor: string;
  /** What it costs where no price list decides. */
  readonly basePriceMinor: string;
  /** What a reduction is shown against. */
  readonly priorPriceMinor: string | null;
  /** What one unit weighs; absent in documents from before anything was weighed. */
  readonly weightGrams?: number;
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  /** Its own picture. */
  readonly image: DocumentImage | null;
}

/** Everything that screens show of a product's content and prices, as it is stored in one piece. */
export interface ProductDocument {
  readonly id: string;
  readonly version: number;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly featuredRank: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lowestPriceMinor: string;
  readonly highestPriceMinor: string;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly values: readonly {
      readonly id: string;
      readonly name: string;
      readonly swatch: string | null;
    }[];
  }[];
  readonly images: readonly DocumentImage[];
  readonly variations: readonly DocumentVariation[];
  /** Whether it is a gift card; absent in documents from before there were any. */
  readonly isGiftCard?: boolean;
  /** Null for what is no bundle; absent in documents from before there were any. */
  readonly bundle?: Bundle | null;
}

function contentOf(document: ProductDocument): unknown {
  const { slug, title, description, attributes, createdAt, options, images, variations } = document;
  const { bundle = null } = document;
  const forms = variations.map(
    ({ priceMinor: _price, basePriceMinor: _base, priorPriceMinor: _prior, ...form }) => form,
  );
  return { slug, title, description, attributes, createdAt, options, images, forms, bundle };
}

function pricesOf({ lowestPriceMinor, highestPriceMinor, variations }: ProductDocument): unknown {
  const prices = variations.map(({ id, priceMinor, priorPriceMinor }) => [
    id,
    priceMinor,
    priorPriceMinor,
  ]);
  return { lowestPriceMinor, highestPriceMinor, prices };
}

/** What a search looks at. */
function textOf({ title, description, variations }: ProductDocument): unknown {
  return { title, description, skus: variations.map(({ sku }) => sku) };
}

/** What has to be in stock for it to be bought. */
function stockOf({ variations, bundle = null }: ProductDocument): unknown {
  const ids = variations.map(({ id }) => id).sort();
  const sets = bundle?.choices.map(({ minUnits, options }) => ({
    minUnits,
    ids: options.map(({ variationId }) => variationId).sort(),
  }));
  return { ids, sets };
}

/** The tags of everything that is shown differently after a document has taken another's place. */
export function changedTags(
  before: ProductDocument | undefined,
  after: ProductDocument,
): readonly string[] {
  const { id } = after;
  if (!before) {
    // Nobody has been shown the product; but lists without it have been shown, and that there is none.
    return [productTag(id, 'content'), productSlugTag(after.slug), LISTING_TAG];
  }
  const differs = (part: (document: ProductDocument) => unknown): boolean =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  const tags: string[] = [];
  const add = (isChanged: boolean, ...changed: readonly string[]): void => {
    if (isChanged) tags.push(...changed);
  };
  add(differs(contentOf), productTag(id, 'content'));
  add(differs(pricesOf), productTag(id, 'price'));
  add(before.updatedAt !== after.updatedAt, productTag(id, 'touched'));
  // What can be bought of a product is the sum over its variations, or what its parts allow.
  add(differs(stockOf), productTag(id, 'stock'), listingTag('stock'));
  add(before.featuredRank !== after.featuredRank, LISTING_TAG);
  add(differs(textOf), listingTag('text'));
  add(before.lowestPriceMinor !== after.lowestPriceMinor, listingTag('price'));
  return tags;
}
