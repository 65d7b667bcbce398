import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One prebuilt document per product with everything that screens show of its content and prices. */
export class ProductDocuments1763700000900 implements MigrationInterface {
  readonly name = 'ProductDocuments1763700000900';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE product ADD COLUMN version integer NOT NULL DEFAULT 1;

      CREATE SEQUENCE product_document_revision;
      CREATE TABLE product_document (
        product_id uuid PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
        revision bigint NOT NULL DEFAULT nextval('product_document_revision'),
        document json NOT NULL
      );
      ALTER SEQUENCE product_document_revision OWNED BY product_document.revision;
      CREATE INDEX product_image_asset ON product_image (asset_id);
      CREATE INDEX product_variation_image ON product_variation (image_id) WHERE image_id IS NOT NULL;

      INSERT INTO product_document (product_id, document)
      SELECT p.id, json_build_object(
        'id', p.id, 'version', p.version, 'slug', p.slug, 'title', p.title,
        'description', p.description, 'attributes', p.attributes,
        'featuredRank', p.featured_rank,
        'createdAt', p.created_at, 'updatedAt', p.updated_at,
        'lowestPriceMinor', p.lowest_price_minor::text,
        'highestPriceMinor', p.highest_price_minor::text,
        'options', coalesce((
          SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'values', coalesce((
            SELECT json_agg(json_build_object('id', ov.id, 'name', ov.name, 'swatch', ov.swatch)
              ORDER BY ov.position)
            FROM option_value ov WHERE ov.option_id = o.id
          ), '[]')) ORDER BY o.position)
          FROM product_option o WHERE o.product_id = p.id
        ), '[]'),
        'images', coalesce((
          SELECT json_agg(json_build_object('id', a.id, 'fileName', a.file_name, 'alt', a.alt,
            'width', a.width, 'height', a.height) ORDER BY i.position)
          FROM product_image i JOIN media_asset a ON a.id = i.asset_id WHERE i.product_id = p.id
        ), '[]'),
        'variations', coalesce((
          SELECT json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title,
            'priceMinor', (p.base_price_minor + v.price_modifier_minor)::text,
            'selectedOptions', coalesce((
              SELECT json_agg(json_build_object('name', o.name, 'value', ov.name) ORDER BY o.position)
              FROM variation_option_value c
              JOIN product_option o ON o.id = c.option_id
              JOIN option_value ov ON ov.id = c.option_value_id
              WHERE c.variation_id = v.id
            ), '[]'),
            'image', (
              SELECT json_build_object('id', a.id, 'fileName', a.file_name, 'alt', a.alt,
                'width', a.width, 'height', a.height)
              FROM media_asset a WHERE a.id = v.image_id
            )) ORDER BY v.position)
          FROM product_variation v WHERE v.product_id = p.id
        ), '[]')
      )
      FROM product p;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE product_document;
      DROP INDEX product_image_asset;
      DROP INDEX product_variation_image;
      ALTER TABLE product DROP COLUMN version;
    `);
  }
}
