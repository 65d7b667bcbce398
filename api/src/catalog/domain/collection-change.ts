import { COLLECTIONS_TAG, collectionSlugTag, collectionTag } from './catalog-tags';

/** What screens show of a collection itself. */
export interface CollectionFacts {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly imageId: string | null;
  /** Place among the collections. */
  readonly position: number;
}

/** The tags of everything that is shown differently after a collection was written. */
export function changedCollectionTags(
  before: CollectionFacts | undefined,
  after: CollectionFacts,
): readonly string[] {
  if (!before) return [collectionTag(after.id), collectionSlugTag(after.slug), COLLECTIONS_TAG];
  const isShownElse =
    before.title !== after.title ||
    before.description !== after.description ||
    before.imageId !== after.imageId;
  return [
    ...(isShownElse ? [collectionTag(after.id)] : []),
    ...(before.position === after.position ? [] : [COLLECTIONS_TAG]),
  ];
}
