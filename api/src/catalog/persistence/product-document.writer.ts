import type { Transaction } from '../../platform/database/transaction';
import { changedTags, type ProductDocument } from '../domain/product-document';

const IMAGE = `json_build_object('id', a.id, 'fileName', a.file_name, 'alt', a.alt,
  'width', a.width, 'height', a.height)`;

/** A document as the tables say it, of a product `p`. */
const DOCUMENT = `json_build_object(
  'id', p.id, 'version', p.version, 'slug', p.slug, 'title', p.title,
  'description', p.description, 'attributes', p.attributes, 'featuredRank', p.featured_rank,
  'isGiftCard', p.is_gift_card,
  'createdAt', p.created_at, 'updatedAt', p.updated_at,
  'lowestPriceMinor', p.lowest_price_minor::text, 'highestPriceMinor', p.highest_price_minor::text,
  'options', coalesce((
    SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'values', coalesce((
      SELECT json_agg(json_build_object('id', ov.id, 'name', ov.name, 'swatch', ov.swatch)
        ORDER BY ov.position)
      FROM option_value ov WHERE ov.option_id = o.id
    ), '[]')) ORDER BY o.position)
    FROM product_option o WHERE o.product_id = p.id
  ), '[]'),
  'images', coalesce((
    SELECT json_agg(${IMAGE} ORDER BY i.position)
    FROM product_image i JOIN media_asset a ON a.id = i.asset_id WHERE i.product_id = p.id
  ), '[]'),
  'variations', coalesce((
    SELECT json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title,
      'priceMinor',
        coalesce(v.list_price_minor, p.base_price_minor + v.price_modifier_minor)::text,
      'basePriceMinor', (p.base_price_minor + v.price_modifier_minor)::text,
      'priorPriceMinor', v.prior_price_minor::text,
      'weightGrams', v.weight_grams,
      'selectedOptions', coalesce((
        SELECT json_agg(json_build_object('name', o.name, 'value', ov.name) ORDER BY o.position)
        FROM variation_option_value c
        JOIN product_option o ON o.id = c.option_id
        JOIN option_value ov ON ov.id = c.option_value_id
        WHERE c.variation_id = v.id
      ), '[]'),
      'image', (SELECT ${IMAGE} FROM media_asset a WHERE a.id = v.image_id)
    ) ORDER BY v.position)
    FROM product_variation v WHERE v.product_id = p.id
  ), '[]'),
  'bundle', (
    SELECT json_build_object(
      'priceRule', json_strip_nulls(json_build_object('kind', b.price_kind, 'offPpm', b.off_ppm)),
      'choices', coalesce((
        SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'minUnits', c.min_units,
          'maxUnits', c.max_units, 'options', coalesce((
            SELECT json_agg(json_build_object('variationId', bo.variation_id,
              'defaultUnits', bo.default_units) ORDER BY bo.position)
            FROM bundle_option bo WHERE bo.choice_id = c.id
          ), '[]')) ORDER BY c.position)
        FROM bundle_choice c WHERE c.product_id = b.product_id
      ), '[]')
    ) FROM product_bundle b WHERE b.product_id = p.id
  )
)`;

interface DocumentRow {
  readonly document: ProductDocument;
}

/**
 * Keeps the documents equal to the tables they are made of. Every command that changes a product calls it last,
 * and it says which shown things the change touches.
 */
export class ProductDocumentWriter {
  /** Makes the documents of these products what the tables say now. */
  async rewrite(tx: Transaction, productIds: readonly string[]): Promise<void> {
    if (productIds.length === 0) return;
    // Products and pictures stay as they are until the commit: what is read here must not be overtaken.
    await tx.manager.query(
      `SELECT 1 FROM product WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`,
      [productIds],
    );
    await tx.manager.query(
      `SELECT 1 FROM media_asset WHERE id IN (
         SELECT asset_id FROM product_image WHERE product_id = ANY($1)
         UNION SELECT image_id FROM product_variation WHERE product_id = ANY($1)
       ) ORDER BY id FOR SHARE`,
      [productIds],
    );
    const before: DocumentRow[] = await tx.manager.query(
      `SELECT document FROM product_document WHERE product_id = ANY($1)`,
      [productIds],
    );
    const after: DocumentRow[] = await tx.manager.query(
      `INSERT INTO product_document (product_id, document)
       SELECT p.id, ${DOCUMENT} FROM product p WHERE p.id = ANY($1)
       ON CONFLICT (product_id) DO UPDATE
         SET revision = excluded.revision, document = excluded.document
       RETURNING document`,
      [productIds],
    );
    const known = new Map(before.map(({ document }) => [document.id, document]));
    for (const { document } of after) tx.changed(...changedTags(known.get(document.id), document));
  }

  /** Takes over what has changed about a picture. */
  async rewriteShowing(tx: Transaction, assetId: string): Promise<void> {
    const showing: { id: string }[] = await tx.manager.query(
      `SELECT product_id AS id FROM product_image WHERE asset_id = $1
       UNION SELECT product_id FROM product_variation WHERE image_id = $1`,
      [assetId],
    );
    await this.rewrite(
      tx,
      showing.map(({ id }) => id),
    );
  }
}
