import type { DataSource, EntityManager } from 'typeorm';

import { isId } from '../../kernel/ids';
import { type ImageRecord, mediaUrl } from '../../media';
import type { CatalogReader, CatalogVariation } from '../catalog-reader';

/** A variation as screens show it. */
export interface VariationRow extends CatalogVariation {
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
}

/** An option with its values in display order. */
export interface OptionRow {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly values: readonly {
    readonly id: string;
    readonly name: string;
    readonly swatch: string | null;
  }[];
}

/** A picture of a product. */
export interface ProductImageRow extends ImageRecord {
  readonly productId: string;
}

interface RawImage {
  readonly imageId: string | null;
  readonly fileName: string | null;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** Columns of a joined media asset `a`, for `toImage`. */
export const IMAGE_COLUMNS = `a.id AS "imageId", a.file_name AS "fileName", a.alt, a.width, a.height`;

/** The picture of a row read with `IMAGE_COLUMNS`, if it has one. */
export function toImage(row: RawImage): ImageRecord | undefined {
  const { imageId, fileName, alt, width, height } = row;
  if (imageId === null || fileName === null) return undefined;
  return {
    id: imageId,
    url: mediaUrl(fileName),
    alt: alt ?? '',
    width: width ?? 0,
    height: height ?? 0,
  };
}

type RawVariation = Omit<VariationRow, 'priceMinor' | 'image'> & RawImage & { priceMinor: string };

function toVariation(row: RawVariation): VariationRow {
  const { id, productId, sku, title, productTitle, selectedOptions } = row;
  return {
    id,
    productId,
    sku,
    title,
    productTitle,
    selectedOptions,
    priceMinor: BigInt(row.priceMinor),
    image: toImage(row),
  };
}

/** A variation shows its own picture, or else the first of its product. */
const VARIATIONS = `
  SELECT v.id, v.product_id AS "productId", v.sku, v.title, p.title AS "productTitle",
    p.base_price_minor + v.price_modifier_minor AS "priceMinor", ${IMAGE_COLUMNS},
    coalesce((
      SELECT json_agg(json_build_object('name', o.name, 'value', ov.name) ORDER BY o.position)
      FROM variation_option_value c
      JOIN product_option o ON o.id = c.option_id
      JOIN option_value ov ON ov.id = c.option_value_id
      WHERE c.variation_id = v.id
    ), '[]') AS "selectedOptions"
  FROM product_variation v
  JOIN product p ON p.id = v.product_id
  LEFT JOIN product_image i ON i.product_id = v.product_id AND i.position = 0
  LEFT JOIN media_asset a ON a.id = coalesce(v.image_id, i.asset_id)`;

/** Reads what belongs to products, for many products in one statement each. */
export class ProductPartsReadModel implements CatalogReader {
  constructor(private readonly dataSource: DataSource) {}

  async variations(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, VariationRow>> {
    const rows: RawVariation[] = await manager.query(`${VARIATIONS} WHERE v.id = ANY($1)`, [
      ids.filter(isId),
    ]);
    return new Map(rows.map((row) => [row.id, toVariation(row)]));
  }

  /** Variations by id. */
  variationsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, VariationRow>> {
    return this.variations(this.dataSource.manager, ids);
  }

  /** The variations of products, in display order. */
  async variationsOf(productIds: readonly string[]): Promise<VariationRow[]> {
    const rows: RawVariation[] = await this.dataSource.query(
      `${VARIATIONS} WHERE v.product_id = ANY($1) ORDER BY v.product_id, v.position`,
      [productIds],
    );
    return rows.map(toVariation);
  }

  /** The options of products, in display order. */
  optionsOf(productIds: readonly string[]): Promise<OptionRow[]> {
    return this.dataSource.query(
      `SELECT o.id, o.product_id AS "productId", o.name,
         json_agg(json_build_object('id', ov.id, 'name', ov.name, 'swatch', ov.swatch)
           ORDER BY ov.position) AS "values"
       FROM product_option o JOIN option_value ov ON ov.option_id = o.id
       WHERE o.product_id = ANY($1) GROUP BY o.id ORDER BY o.product_id, o.position`,
      [productIds],
    );
  }

  /** The pictures of products, in display order. */
  async imagesOf(productIds: readonly string[]): Promise<ProductImageRow[]> {
    const rows: (RawImage & { productId: string })[] = await this.dataSource.query(
      `SELECT i.product_id AS "productId", ${IMAGE_COLUMNS}
       FROM product_image i JOIN media_asset a ON a.id = i.asset_id
       WHERE i.product_id = ANY($1) ORDER BY i.product_id, i.position`,
      [productIds],
    );
    return rows.flatMap((row) => {
      const image = toImage(row);
      return image ? [{ ...image, productId: row.productId }] : [];
    });
  }
}
