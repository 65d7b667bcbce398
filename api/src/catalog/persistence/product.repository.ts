import { type EntityManager, type EntityTarget, In, type ObjectLiteral } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { EditableProduct, LockedProduct } from '../domain/product-change';
import { CollectionEntity, type CollectionProductEntity } from './collection.entity';
import type { MembershipRepository } from './membership.repository';
import {
  OptionValueEntity,
  ProductEntity,
  ProductImageEntity,
  ProductOptionEntity,
  ProductVariationEntity,
  VariationOptionValueEntity,
} from './product.entity';
import type { ProductDocumentWriter } from './product-document.writer';
import { setPriceRanges } from './shown-prices';

/** Everything that is stored of some products. */
export interface StoredProducts {
  readonly products: readonly ProductEntity[];
  readonly options: readonly ProductOptionEntity[];
  readonly values: readonly OptionValueEntity[];
  readonly variations: readonly ProductVariationEntity[];
}

/** All rows that some products shall consist of. Whatever else is stored of them goes. */
export interface ProductRows {
  readonly products: ProductEntity[];
  readonly options: ProductOptionEntity[];
  readonly values: OptionValueEntity[];
  readonly variations: ProductVariationEntity[];
  readonly choices: VariationOptionValueEntity[];
  readonly images: ProductImageEntity[];
  readonly memberships: CollectionProductEntity[];
}

const CHUNK = 500;

async function upsertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
  key: readonly (keyof T & string)[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await manager.upsert(target, rows.slice(start, start + CHUNK), [...key]);
  }
}

/**
 * Hears of products in the transaction that writes them. One that is remade is another thing from now on, such as a
 * bundle of other parts: what it cost before is nothing to compare with.
 */
export type OnProductsWritten = (
  tx: Transaction,
  productIds: readonly string[],
  isRemade: boolean,
) => Promise<void>;

/** Writes products as wholes, many at a time. */
export class ProductRepository {
  private readonly listeners: OnProductsWritten[] = [];

  constructor(
    private readonly documents: ProductDocumentWriter,
    private readonly members: MembershipRepository,
  ) {}

  /** From now on the listener hears of all products that are made or changed. */
  onWritten(listener: OnProductsWritten): void {
    this.listeners.push(listener);
  }

  /** What is stored under these slugs; the products stay locked until the transaction ends. */
  async lock(tx: Transaction, slugs: readonly string[]): Promise<StoredProducts> {
    const products = await tx.manager.find(ProductEntity, {
      where: { slug: In([...slugs]) },
      order: { slug: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const productId = In(products.map(({ id }) => id));
    const options = await tx.manager.findBy(ProductOptionEntity, { productId });
    const values = await tx.manager.findBy(OptionValueEntity, {
      optionId: In(options.map(({ id }) => id)),
    });
    const variations = await tx.manager.find(ProductVariationEntity, {
      where: { productId },
      order: { position: 'ASC' },
    });
    return { products, options, values, variations };
  }

  /** What can be edited of a product, locked until the transaction ends. */
  async lockOne(tx: Transaction, id: string): Promise<LockedProduct | undefined> {
    const product = await tx.manager.findOne(ProductEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!product) return undefined;
    const rows: { lowest: string }[] = await tx.manager.query(
      `SELECT min(price_modifier_minor) AS lowest FROM product_variation WHERE product_id = $1`,
      [id],
    );
    return { ...product, lowestModifierMinor: BigInt(rows[0]?.lowest ?? 0) };
  }

  /** Writes what was edited; an import that is repeated will write the product again. */
  async update(
    tx: Transaction,
    id: string,
    edited: EditableProduct,
    now: Date,
    isRemade = false,
  ): Promise<void> {
    await tx.manager.update(ProductEntity, id, { ...edited, inputHash: null, updatedAt: now });
    await this.written(tx, [id], isRemade);
  }

  /** Those of the SKUs that belong to products other than these. */
  async skusOfOthers(
    tx: Transaction,
    skus: readonly string[],
    productIds: readonly string[],
  ): Promise<string[]> {
    const rows: { sku: string }[] = await tx.manager.query(
      `SELECT sku FROM product_variation WHERE sku = ANY($1) AND product_id <> ALL($2::uuid[])`,
      [skus, productIds],
    );
    return rows.map(({ sku }) => sku);
  }

  /** The slug of the product that has a SKU, for each of these that is taken. */
  async slugsBySku(tx: Transaction, skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { sku: string; slug: string }[] = await tx.manager.query(
      `SELECT v.sku, p.slug FROM product_variation v JOIN product p ON p.id = v.product_id
       WHERE v.sku = ANY($1)`,
      [skus],
    );
    return new Map(rows.map(({ sku, slug }) => [sku, slug]));
  }

  /** The ids of the variations that have these SKUs. */
  async idsBySku(tx: Transaction, skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { sku: string; id: string }[] = await tx.manager.query(
      `SELECT sku, id FROM product_variation WHERE sku = ANY($1)`,
      [skus],
    );
    return new Map(rows.map(({ sku, id }) => [sku, id]));
  }

  /** Ids of collections by slug. */
  async collectionIds(tx: Transaction, slugs: readonly string[]): Promise<Map<string, string>> {
    const found = await tx.manager.findBy(CollectionEntity, { slug: In([...slugs]) });
    return new Map(found.map(({ slug, id }) => [slug, id]));
  }

  /** Makes the products consist of exactly these rows. */
  async replace(tx: Transaction, rows: ProductRows): Promise<void> {
    const { manager } = tx;
    const productIds = rows.products.map(({ id }) => id);
    const kept = (parts: readonly { readonly id: string }[]): string[] => parts.map(({ id }) => id);
    await upsertAll(manager, ProductEntity, rows.products, ['id']);
    // Bundles lose what is no longer made; their documents follow.
    const bundles: { id: string }[] = await manager.query(
      `SELECT DISTINCT o.product_id AS id
       FROM bundle_option o JOIN product_variation v ON v.id = o.variation_id
       WHERE v.product_id = ANY($1) AND v.id <> ALL($2::uuid[])`,
      [productIds, kept(rows.variations)],
    );
    await manager.query(
      `DELETE FROM product_variation WHERE product_id = ANY($1) AND id <> ALL($2::uuid[])`,
      [productIds, kept(rows.variations)],
    );
    await manager.query(
      `DELETE FROM product_option WHERE product_id = ANY($1) AND id <> ALL($2::uuid[])`,
      [productIds, kept(rows.options)],
    );
    await manager.query(
      `DELETE FROM option_value WHERE option_id = ANY($1) AND id <> ALL($2::uuid[])`,
      [kept(rows.options), kept(rows.values)],
    );
    await upsertAll(manager, ProductOptionEntity, rows.options, ['id']);
    await upsertAll(manager, OptionValueEntity, rows.values, ['id']);
    await upsertAll(manager, ProductVariationEntity, rows.variations, ['id']);
    await upsertAll(manager, VariationOptionValueEntity, rows.choices, ['variationId', 'optionId']);
    await manager.query(`DELETE FROM product_image WHERE product_id = ANY($1)`, [productIds]);
    await upsertAll(manager, ProductImageEntity, rows.images, ['productId', 'position']);
    await this.members.replace(tx, productIds, rows.memberships);
    await this.written(tx, [...productIds, ...bundles.map(({ id }) => id)]);
  }

  private async written(
    tx: Transaction,
    productIds: readonly string[],
    isRemade = false,
  ): Promise<void> {
    await setPriceRanges(tx, productIds);
    await this.documents.rewrite(tx, productIds);
    for (const listener of this.listeners) await listener(tx, productIds, isRemade);
  }
}
