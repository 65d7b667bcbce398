import { createHash } from 'node:crypto';

import { newId } from '../../kernel/ids';
import { priceRangeOf, type ProductDraft, variationTitle } from '../domain/product-draft';
import type { ProductRows, StoredProducts } from '../persistence/product.repository';

const LAST_RANK = 1_000_000;

/** Hash of everything a draft says. */
export function hashOf(draft: ProductDraft): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('base64url');
}

/** What is stored already: ids, found by the names that people know, and weights. */
class KnownIds {
  private readonly ids = new Map<string, string>();
  private readonly weights: ReadonlyMap<string, number>;

  constructor(stored: StoredProducts) {
    this.weights = new Map(stored.variations.map((each) => [each.id, each.weightGrams]));
    for (const { id, productId, name } of stored.options) this.set(['option', productId, name], id);
    for (const { id, optionId, name } of stored.values) this.set(['value', optionId, name], id);
    for (const { id, sku } of stored.variations) this.set(['variation', sku], id);
  }

  private set(key: readonly string[], id: string): void {
    this.ids.set(JSON.stringify(key), id);
  }

  /** What a unit of a variation weighs, as far as anybody has said. */
  weightOf(variationId: string): number {
    return this.weights.get(variationId) ?? 0;
  }

  get(...key: string[]): string {
    return this.ids.get(JSON.stringify(key)) ?? newId();
  }
}

/** The rows that make the drafts real; what exists keeps its id, so carts and orders keep their links. */
export function planProducts(
  drafts: readonly ProductDraft[],
  stored: StoredProducts,
  collectionIds: ReadonlyMap<string, string>,
  now: Date,
): ProductRows {
  const rows: ProductRows = {
    products: [],
    options: [],
    values: [],
    variations: [],
    choices: [],
    images: [],
    memberships: [],
  };
  const existing = new Map(stored.products.map((product) => [product.slug, product]));
  const known = new KnownIds(stored);
  for (const draft of drafts) {
    const before = existing.get(draft.slug);
    const productId = before?.id ?? newId();
    const { lowest, highest } = priceRangeOf(draft);
    rows.products.push({
      id: productId,
      version: (before?.version ?? 0) + 1,
      slug: draft.slug,
      title: draft.title,
      description: draft.description,
      attributes: [...draft.attributes],
      basePriceMinor: BigInt(draft.basePriceMinor),
      lowestPriceMinor: BigInt(lowest),
      highestPriceMinor: BigInt(highest),
      featuredRank: draft.featuredRank ?? LAST_RANK,
      skus: draft.variations.map(({ sku }) => sku).join(' '),
      inputHash: hashOf(draft),
      createdAt: before?.createdAt ?? draft.createdAt ?? now,
      updatedAt: now,
    });
    const chosen = planOptions(rows, known, productId, draft);
    draft.variations.forEach((variation, position) => {
      const variationId = known.get('variation', variation.sku);
      rows.variations.push({
        id: variationId,
        productId,
        sku: variation.sku,
        title: variationTitle(variation.values),
        priceModifierMinor: BigInt(variation.priceModifierMinor),
        weightGrams: variation.weightGrams ?? known.weightOf(variationId),
        imageId: variation.imageId ?? null,
        position,
      });
      variation.values.forEach((value, index) => {
        const choice = chosen[index]?.get(value);
        if (choice) rows.choices.push({ variationId, ...choice });
      });
    });
    draft.imageIds.forEach((assetId, position) => {
      rows.images.push({ productId, position, assetId });
    });
    for (const slug of new Set(draft.collections)) {
      const collectionId = collectionIds.get(slug);
      if (collectionId !== undefined) rows.memberships.push({ collectionId, productId });
    }
  }
  return rows;
}

/** Adds the options of a draft; returns for each the ids behind its values' names. */
function planOptions(
  rows: ProductRows,
  known: KnownIds,
  productId: string,
  draft: ProductDraft,
): Map<string, { optionId: string; optionValueId: string }>[] {
  return draft.options.map(({ name, values }, position) => {
    const optionId = known.get('option', productId, name);
    rows.options.push({ id: optionId, productId, name, position });
    return new Map(
      values.map((value, index) => {
        const optionValueId = known.get('value', optionId, value.name);
        rows.values.push({
          id: optionValueId,
          optionId,
          name: value.name,
          swatch: value.swatch ?? null,
          position: index,
        });
        return [value.name, { optionId, optionValueId }];
      }),
    );
  });
}
