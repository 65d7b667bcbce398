import type { DataSource } from 'typeorm';

import { isId } from '../../kernel/ids';
import { type Page, type PageRequest, toPage } from '../../kernel/page';
import { type ImageRecord, mediaUrl } from '../../media';

/** A collection as screens show it. */
export interface CollectionRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly position: number;
  readonly image: ImageRecord | undefined;
}

interface RawCollection extends Omit<CollectionRow, 'image'> {
  readonly imageId: string | null;
  readonly fileName: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

const COLLECTIONS = `SELECT c.id, c.slug, c.title, c.description, c.position,
  a.id AS "imageId", a.file_name AS "fileName", a.alt, a.width, a.height`;
const FROM = 'FROM collection c LEFT JOIN media_asset a ON a.id = c.image_id';

function toRow(raw: RawCollection): CollectionRow {
  const { imageId, fileName, alt, width, height, ...shown } = raw;
  const image =
    imageId === null ? undefined : { id: imageId, url: mediaUrl(fileName), alt, width, height };
  return { ...shown, image };
}

/** Reads collections for screens. */
export class CollectionReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether a cursor's position was written by `page`. */
  isPosition(position: readonly (string | number)[]): boolean {
    const [place, id, ...rest] = position;
    return Number.isInteger(place) && typeof id === 'string' && isId(id) && rest.length === 0;
  }

  /** One page of the collections, in the shop's order. */
  async page(request: PageRequest): Promise<Page<CollectionRow>> {
    const [place, id] = request.position ?? [0, '00000000-0000-0000-0000-000000000000'];
    const rows: RawCollection[] = await this.dataSource.query(
      `${COLLECTIONS} ${FROM} WHERE (c.position, c.id) > ($1::bigint, $2::uuid)
       ORDER BY c.position, c.id LIMIT $3`,
      [place, id, request.limit + 1],
    );
    return toPage(rows.map(toRow), request, (row) => [row.position, row.id]);
  }

  /** How many collections there are. */
  async count(): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM collection',
    );
    return rows[0]?.count ?? 0;
  }

  /** A collection by id or by slug. */
  async find(
    by: { readonly id: string } | { readonly slug: string },
  ): Promise<CollectionRow | undefined> {
    const [column, value] = 'id' in by ? ['id', by.id] : ['slug', by.slug];
    if (column === 'id' && !isId(value)) return undefined;
    const rows: RawCollection[] = await this.dataSource.query(
      `${COLLECTIONS} ${FROM} WHERE c.${column} = $1`,
      [value],
    );
    return rows.map(toRow)[0];
  }

  /** The collections of products, in the shop's order. */
  async of(productIds: readonly string[]): Promise<(CollectionRow & { productId: string })[]> {
    const rows: (RawCollection & { productId: string })[] = await this.dataSource.query(
      `${COLLECTIONS}, m.product_id AS "productId" ${FROM}
       JOIN collection_product m ON m.collection_id = c.id
       WHERE m.product_id = ANY($1) ORDER BY c.position, c.id`,
      [productIds],
    );
    return rows.map(({ productId, ...row }) => ({ ...toRow(row), productId }));
  }

  /** How many products each of these collections has. */
  productCounts(ids: readonly string[]): Promise<{ collectionId: string; count: number }[]> {
    return this.dataSource.query(
      `SELECT collection_id AS "collectionId", count(*)::int AS count FROM collection_product
       WHERE collection_id = ANY($1) GROUP BY collection_id`,
      [ids],
    );
  }
}
