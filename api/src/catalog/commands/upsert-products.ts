import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import { toRefusals } from '../../platform/graphql/payload';
import { problemsOf, type ProductDraft } from '../domain/product-draft';
import type { ProductRepository } from '../persistence/product.repository';
import { hashOf, planProducts } from './plan-products';
import { type ProductInput, productInput } from './product-input';

/** What became of one product. */
export interface UpsertedProduct {
  readonly id: string;
  readonly slug: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly variations: readonly { readonly id: string; readonly sku: string }[];
}

const batch = z.array(productInput);

function repeatedSlug(drafts: readonly ProductDraft[]): string | undefined {
  const slugs = drafts.map(({ slug }) => slug);
  return slugs.find((slug, index) => slugs.indexOf(slug) !== index);
}

function invalid(message: string, ...path: string[]): Refusal {
  return { code: 'INVALID_INPUT', message, path };
}

/** Creates products, or makes existing ones (by slug) what the input says; all of a batch or none. */
export class UpsertProducts {
  constructor(
    private readonly products: ProductRepository,
    private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction, so that stock can be set in the same one. */
  async run(tx: Transaction, inputs: readonly ProductInput[]): Promise<Result<UpsertedProduct[]>> {
    const parsed = batch.safeParse(inputs);
    if (!parsed.success) return refused(...toRefusals(parsed.error));
    const drafts = parsed.data;
    const stored = await this.products.lock(
      tx,
      drafts.map(({ slug }) => slug),
    );
    const slugs = new Set(drafts.flatMap(({ collections }) => collections));
    const collectionIds = await this.products.collectionIds(tx, [...slugs]);
    const refusals = [
      ...this.refusalsOf(drafts, collectionIds),
      ...(await this.takenSkus(
        tx,
        drafts,
        stored.products.map(({ id }) => id),
      )),
    ];
    if (refusals.length > 0) return refused(...refusals);

    const hashes = new Map(stored.products.map(({ slug, inputHash }) => [slug, inputHash]));
    const changed = drafts.filter((draft) => hashes.get(draft.slug) !== hashOf(draft));
    const rows = planProducts(changed, stored, collectionIds, this.clock.now());
    if (changed.length > 0) await this.products.replace(tx, rows);

    const changedSlugs = new Set(changed.map(({ slug }) => slug));
    const unchanged = stored.products.filter(({ slug }) => !changedSlugs.has(slug));
    const unchangedIds = new Set(unchanged.map(({ id }) => id));
    const variations = Map.groupBy(
      [
        ...rows.variations,
        ...stored.variations.filter(({ productId }) => unchangedIds.has(productId)),
      ],
      ({ productId }) => productId,
    );
    return accepted(
      [...rows.products, ...unchanged].map(({ id, slug }) => ({
        id,
        slug,
        outcome: unchangedIds.has(id) ? 'unchanged' : hashes.has(slug) ? 'updated' : 'created',
        variations: (variations.get(id) ?? []).map(({ id, sku }) => ({ id, sku })),
      })),
    );
  }

  private refusalsOf(
    drafts: readonly ProductDraft[],
    collectionIds: ReadonlyMap<string, string>,
  ): Refusal[] {
    const twice = repeatedSlug(drafts);
    const refusals = twice === undefined ? [] : [invalid(`The slug ${twice} is given twice.`)];
    drafts.forEach((draft, index) => {
      for (const { message, path } of problemsOf(draft)) {
        refusals.push(invalid(message, String(index), ...path));
      }
      for (const slug of draft.collections) {
        if (collectionIds.has(slug)) continue;
        refusals.push(invalid(`There is no collection ${slug}.`, String(index), 'collections'));
      }
    });
    return refusals;
  }

  private async takenSkus(
    tx: Transaction,
    drafts: readonly ProductDraft[],
    ownIds: readonly string[],
  ): Promise<Refusal[]> {
    const owned = new Set<string>();
    const shared = new Set<string>();
    for (const draft of drafts) {
      for (const sku of new Set(draft.variations.map((variation) => variation.sku))) {
        (owned.has(sku) ? shared : owned).add(sku);
      }
    }
    const taken = await this.products.skusOfOthers(tx, [...owned], ownIds);
    return [...new Set([...taken, ...shared])].map((sku) =>
      invalid(`The SKU ${sku} belongs to another product.`),
    );
  }
}
