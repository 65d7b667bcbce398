import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';

import { isId } from '../../kernel/ids';
import { type Page, type PageRequest, toPage } from '../../kernel/page';
import { type ImageRecord, mediaUrl } from '../../media';
import type { CatalogReader, CatalogVariation } from '../catalog-reader';
import type { Bundle } from '../domain/bundle';
import type { DocumentImage, ProductDocument } from '../domain/product-document';
import {
  countStatement,
  pageStatement,
  type ProductFilter,
  type ProductOrder,
} from './product-listing';

/** A variation as screens show it. */
export interface VariationRecord {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  readonly priceMinor: bigint;
  readonly basePriceMinor: bigint;
  readonly priorPriceMinor: bigint | undefined;
  readonly weightGrams: number;
  readonly selectedOptions: ProductDocument['variations'][number]['selectedOptions'];
  /** Its own picture, or else the first of its product. */
  readonly image: ImageRecord | undefined;
}

/** A product as screens show it. Never changed once it is made: requests share it. */
export interface ProductRecord extends Pick<
  ProductDocument,
  'id' | 'version' | 'slug' | 'title' | 'description' | 'attributes' | 'options'
> {
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lowestPriceMinor: bigint;
  readonly highestPriceMinor: bigint;
  readonly images: readonly ImageRecord[];
  readonly variations: readonly VariationRecord[];
  /** Absent for what is no bundle. */
  readonly bundle: Bundle | undefined;
  readonly isGiftCard: boolean;
}

interface Revision {
  readonly id: string;
  readonly revision: string;
}

/** Texts of documents that are remembered, in characters; read and in memory they take about four times as much. */
const REMEMBERED_CHARACTERS = 16_000_000;

function toImage({ id, fileName, alt, width, height }: DocumentImage): ImageRecord {
  return { id, url: mediaUrl(fileName), alt, width, height };
}

function toRecord(document: ProductDocument): ProductRecord {
  const images = document.images.map(toImage);
  return {
    id: document.id,
    version: document.version,
    slug: document.slug,
    title: document.title,
    description: document.description,
    attributes: document.attributes,
    options: document.options,
    createdAt: new Date(document.createdAt),
    updatedAt: new Date(document.updatedAt),
    lowestPriceMinor: BigInt(document.lowestPriceMinor),
    highestPriceMinor: BigInt(document.highestPriceMinor),
    images,
    variations: document.variations.map(
      ({ image, priceMinor, basePriceMinor, priorPriceMinor, ...variation }) => ({
        ...variation,
        priceMinor: BigInt(priceMinor),
        basePriceMinor: BigInt(basePriceMinor),
        priorPriceMinor: priorPriceMinor === null ? undefined : BigInt(priorPriceMinor),
        weightGrams: variation.weightGrams ?? 0,
        image: image ? toImage(image) : images[0],
      }),
    ),
    bundle: document.bundle ?? undefined,
    isGiftCard: document.isGiftCard ?? false,
  };
}

/** The variations whose stock decides about a product: its own, or those that may be part of it. */
export function stockIdsOf({
  variations,
  bundle,
}: {
  readonly variations: readonly { readonly id: string }[];
  readonly bundle?: Bundle | undefined;
}): string[] {
  const parts = bundle?.choices.flatMap(({ options }) => options) ?? [];
  return [...variations.map(({ id }) => id), ...parts.map(({ variationId }) => variationId)];
}

/**
 * Reads products for screens and for other modules. Statements tell which products, and in which revision; a document
 * is fetched and parsed only where that revision is not remembered. A revision is never given twice, so what is
 * remembered cannot be wrong.
 */
export class ProductDocuments implements CatalogReader {
  private readonly remembered = new LRUCache<
    string,
    { readonly revision: string; readonly record: ProductRecord }
  >({ maxSize: REMEMBERED_CHARACTERS });

  /** The product that each variation was read from. */
  private readonly origins = new WeakMap<CatalogVariation, ProductRecord>();

  constructor(private readonly dataSource: DataSource) {}

  /** One page of a listing. */
  async page(
    filter: ProductFilter,
    order: ProductOrder,
    request: PageRequest,
  ): Promise<Page<ProductRecord>> {
    const { sql, params } = pageStatement(filter, order, request);
    const rows: (Revision & { sortKey: string })[] = await this.dataSource.query(sql, [...params]);
    const { items, ...rest } = toPage(rows, request, (row) => [order, row.sortKey, row.id]);
    const records = await this.records(
      this.dataSource.manager,
      items.map(({ node }) => node),
    );
    const found = items.flatMap(({ cursor, node: { id } }) => {
      const node = records.get(id);
      return node ? [{ cursor, node }] : [];
    });
    return { ...rest, items: found };
  }

  /** How many products the filter lets through. */
  async count(filter: ProductFilter): Promise<number> {
    const { sql, params } = countStatement(filter);
    const rows: { count: number }[] = await this.dataSource.query(sql, [...params]);
    return rows[0]?.count ?? 0;
  }

  /** Several products by id. */
  async byIds(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, ProductRecord>> {
    const rows: Revision[] = await manager.query(
      `SELECT product_id AS id, revision FROM product_document WHERE product_id = ANY($1)`,
      [ids.filter(isId)],
    );
    return this.records(manager, rows);
  }

  /** The product with this slug. */
  async bySlug(slug: string): Promise<ProductRecord | undefined> {
    const { manager } = this.dataSource;
    const rows: Revision[] = await manager.query(
      `SELECT p.id, d.revision FROM product p JOIN product_document d ON d.product_id = p.id
       WHERE p.slug = $1`,
      [slug],
    );
    const [row] = rows;
    return row && (await this.records(manager, rows)).get(row.id);
  }

  /** The products of variations, by the variations' ids. */
  async byVariations(
    variationIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, ProductRecord>> {
    const rows: (Revision & { variationId: string })[] = await manager.query(
      `SELECT v.id AS "variationId", d.product_id AS id, d.revision
       FROM product_variation v JOIN product_document d ON d.product_id = v.product_id
       WHERE v.id = ANY($1)`,
      [variationIds.filter(isId)],
    );
    const records = await this.records(manager, rows);
    return new Map(
      rows.flatMap(({ variationId, id }) => {
        const record = records.get(id);
        return record ? [[variationId, record] as const] : [];
      }),
    );
  }

  async variations(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CatalogVariation>> {
    const products = await this.byVariations(ids, manager);
    const found = new Map<string, CatalogVariation>();
    for (const [variationId, product] of products) {
      const variation = product.variations.find(({ id }) => id === variationId);
      if (!variation) continue;
      const { id, sku, title, priceMinor, basePriceMinor, weightGrams, image } = variation;
      const { id: productId, title: productTitle, attributes, bundle, isGiftCard } = product;
      const prices = { priceMinor, basePriceMinor };
      const kind = { ...(bundle && { bundle }), ...(isGiftCard && { isGiftCard }) };
      const facts = attributes.length > 0 && { attributes };
      const goods = { weightGrams, image, ...facts, ...kind };
      const read = { id, productId, sku, productTitle, title, ...prices, ...goods };
      this.origins.set(read, product);
      found.set(id, read);
    }
    return found;
  }

  variationIdsOfProducts(variations: Iterable<CatalogVariation>): string[] {
    const products = new Set([...variations].map((variation) => this.productOf(variation)));
    return [...products].flatMap((product) => stockIdsOf(product));
  }

  /** The product that a variation was read from, as it was then. */
  productOf(variation: CatalogVariation): ProductRecord {
    const product = this.origins.get(variation);
    if (!product) throw new Error(`The variation ${variation.id} was not read here.`);
    return product;
  }

  /** Those of these slugs that have a product. */
  async existingSlugs(slugs: readonly string[]): Promise<string[]> {
    const rows: { slug: string }[] = await this.dataSource.query(
      `SELECT slug FROM product WHERE slug = ANY($1)`,
      [slugs],
    );
    return rows.map(({ slug }) => slug);
  }

  private async records(
    manager: EntityManager,
    wanted: readonly Revision[],
  ): Promise<ReadonlyMap<string, ProductRecord>> {
    const records = new Map<string, ProductRecord>();
    const missing = new Set<string>();
    for (const { id, revision } of wanted) {
      const known = this.remembered.get(id);
      if (known?.revision === revision) records.set(id, known.record);
      else missing.add(id);
    }
    if (missing.size === 0) return records;
    // As text: one that was remembered meanwhile need not be parsed, and a revision may be newer than asked for.
    const rows: (Revision & { text: string })[] = await manager.query(
      `SELECT product_id AS id, revision, document::text AS text FROM product_document
       WHERE product_id = ANY($1)`,
      [[...missing]],
    );
    for (const { id, revision, text } of rows) records.set(id, this.remember(id, revision, text));
    return records;
  }

  private remember(id: string, revision: string, text: string): ProductRecord {
    const known = this.remembered.get(id);
    if (known?.revision === revision) return known.record;
    const record = toRecord(JSON.parse(text) as ProductDocument);
    this.remembered.set(id, { revision, record }, { size: text.length });
    return record;
  }
}
