import type { Transaction } from '../../platform/database/transaction';
import type { Bundle } from '../domain/bundle';

/** Writes what bundles consist of. */
export class BundleRepository {
  /** Whether a variation of the product may be part of a bundle. */
  async isPart(tx: Transaction, productId: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `SELECT 1 FROM bundle_option o JOIN product_variation v ON v.id = o.variation_id
       WHERE v.product_id = $1 LIMIT 1`,
      [productId],
    );
    return rows.length > 0;
  }

  /** Makes the product consist of this. */
  async replace(tx: Transaction, productId: string, { priceRule, choices }: Bundle): Promise<void> {
    const offPpm = priceRule.kind === 'PERCENT_OFF' ? priceRule.offPpm : null;
    await this.remove(tx, productId);
    await tx.manager.query(
      `WITH bundle AS (
         INSERT INTO product_bundle (product_id, price_kind, off_ppm) VALUES ($1, $2, $3)
       ), choices AS (
         INSERT INTO bundle_choice (id, product_id, position, name, min_units, max_units)
         SELECT c.id, $1, c.position, c.name, c.min_units, c.max_units
         FROM jsonb_to_recordset($4::jsonb) AS c(id uuid, position int, name text, min_units int, max_units int)
       )
       INSERT INTO bundle_option (product_id, variation_id, choice_id, position, default_units)
       SELECT $1, o.variation_id, o.choice_id, o.position, o.default_units
       FROM jsonb_to_recordset($5::jsonb)
         AS o(variation_id uuid, choice_id uuid, position int, default_units int)`,
      [
        productId,
        priceRule.kind,
        offPpm,
        JSON.stringify(
          choices.map(({ id, name, minUnits, maxUnits }, position) => ({
            id,
            position,
            name,
            min_units: minUnits,
            max_units: maxUnits,
          })),
        ),
        JSON.stringify(
          choices.flatMap(({ id, options }) =>
            options.map(({ variationId, defaultUnits }, position) => ({
              variation_id: variationId,
              choice_id: id,
              position,
              default_units: defaultUnits,
            })),
          ),
        ),
      ],
    );
  }

  /** Makes the product consist of nothing but itself. */
  async remove(tx: Transaction, productId: string): Promise<void> {
    await tx.manager.query(`DELETE FROM product_bundle WHERE product_id = $1`, [productId]);
  }
}
