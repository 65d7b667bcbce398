import type { DataSource } from 'typeorm';

import { isId } from '../../kernel/ids';
import { type Page, type PageRequest, toPage } from '../../kernel/page';
import {
  countStatement,
  pageStatement,
  type ProductFilter,
  type ProductOrder,
} from './product-listing';

/** A product as screens show it. */
export interface ProductRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly lowestPriceMinor: bigint;
  readonly highestPriceMinor: bigint;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface RawProduct extends Omit<ProductRow, 'lowestPriceMinor' | 'highestPriceMinor'> {
  readonly lowestPriceMinor: string;
  readonly highestPriceMinor: string;
}

const COLUMNS = `p.id, p.slug, p.title, p.description, p.attributes,
  p.lowest_price_minor AS "lowestPriceMinor", p.highest_price_minor AS "highestPriceMinor",
  p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;

function toRow<R extends RawProduct>(raw: R): R & ProductRow {
  return {
    ...raw,
    lowestPriceMinor: BigInt(raw.lowestPriceMinor),
    highestPriceMinor: BigInt(raw.highestPriceMinor),
  };
}

/** Reads products for screens. */
export class ProductReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** One page of a listing. */
  async page(
    filter: ProductFilter,
    order: ProductOrder,
    request: PageRequest,
  ): Promise<Page<ProductRow>> {
    const { sql, params } = pageStatement(COLUMNS, filter, order, request);
    const rows: (RawProduct & { sortKey: string })[] = await this.dataSource.query(sql, [
      ...params,
    ]);
    return toPage(rows.map(toRow), request, (row) => [order, row.sortKey, row.id]);
  }

  /** How many products the filter lets through. */
  async count(filter: ProductFilter): Promise<number> {
    const { sql, params } = countStatement(filter);
    const rows: { count: number }[] = await this.dataSource.query(sql, [...params]);
    return rows[0]?.count ?? 0;
  }

  /** Several products by id, in one statement. */
  async byIds(ids: readonly string[]): Promise<ProductRow[]> {
    const rows: RawProduct[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM product p WHERE p.id = ANY($1)`,
      [ids.filter(isId)],
    );
    return rows.map(toRow);
  }

  /** The product with this slug. */
  async bySlug(slug: string): Promise<ProductRow | undefined> {
    const rows: RawProduct[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM product p WHERE p.slug = $1`,
      [slug],
    );
    return rows.map(toRow)[0];
  }

  /** Those of these slugs that have a product. */
  async existingSlugs(slugs: readonly string[]): Promise<string[]> {
    const rows: { slug: string }[] = await this.dataSource.query(
      `SELECT slug FROM product WHERE slug = ANY($1)`,
      [slugs],
    );
    return rows.map(({ slug }) => slug);
  }
}
