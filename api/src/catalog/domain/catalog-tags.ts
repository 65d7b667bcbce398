/** What of a product an answer shows; each group changes for reasons of its own. */
export type ProductGroup = 'content' | 'price' | 'stock' | 'touched';

/** Changed when the group of the product, as shoppers are shown it, is another. */
export function productTag(id: string, group: ProductGroup): string {
  return `product:${id}:${group}`;
}

/** Changed when another product, or none, answers to the slug. */
export function productSlugTag(slug: string): string {
  return `product-slug:${slug}`;
}

/** Changed when title, text or picture of the collection are others. */
export function collectionTag(id: string): string {
  return `collection:${id}:content`;
}

/** Changed when another collection, or none, answers to the slug. */
export function collectionSlugTag(slug: string): string {
  return `collection-slug:${slug}`;
}

/** Changed when products enter or leave a collection. */
export function membersTags(collection: {
  readonly id: string;
  readonly slug: string;
}): readonly string[] {
  return [`collection:${collection.id}:members`, `members:${collection.slug}`];
}

/** Changed when a collection comes, goes or moves. */
export const COLLECTIONS_TAG = 'collections';

/** Changed when a product comes, goes or moves in the shop's own order. */
export const LISTING_TAG = 'listing';

/** Changed when what products are searched or sorted by is another. */
export type ListingTrait = 'text' | 'price' | 'stock';

/** The tag of a trait; `stock` only for products that sold out or came back. */
export function listingTag(trait: ListingTrait): string {
  return `listing:${trait}`;
}

/** What decides which products a listing holds, and in which order. */
export interface ListingShape {
  readonly query?: string | undefined;
  readonly collection?: string | undefined;
  readonly inStock?: boolean | undefined;
  readonly skus?: readonly string[] | undefined;
}

/** The changes that alter which products a listing holds, or their order. */
export function listingDependencies(shape: ListingShape, order: string): string[] {
  const tags = shape.collection === undefined ? [] : [`members:${shape.collection}`];
  // Nothing enters or leaves a collection without its members changing; only the shop's own order can move.
  if (shape.collection === undefined || order === 'FEATURED') tags.push(LISTING_TAG);
  const isByText = shape.query !== undefined || shape.skus !== undefined || order === 'TITLE';
  if (isByText) tags.push(listingTag('text'));
  if (order.startsWith('PRICE')) tags.push(listingTag('price'));
  if (shape.inStock !== undefined) tags.push(listingTag('stock'));
  return tags;
}
