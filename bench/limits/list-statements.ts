import pg from 'pg';

/** A product of the list. */
export interface ProductRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lowest: string;
  readonly highest: string;
}
/** A variation of one of the list's products. */
export interface VariationRow {
  readonly id: string;
  readonly product: string;
  readonly sku: string;
  readonly title: string;
  readonly price: string;
}
/** What a variation is for one of its product's options. */
export interface OptionRow {
  readonly variation: string;
  readonly name: string;
  readonly value: string;
}
/** How many of a variation can be sold. */
export interface StockRow {
  readonly variation: string;
  readonly available: number;
}

/** How many products the list shows. */
export const pageSize = 24;

const currencyCode = 'GBP';
const fewest = 5;

/** Connections to the database whose list is read. */
export const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });

/** The list as four named statements, which PostgreSQL plans once for each connection. */
export const statements = {
  products: {
    name: 'products',
    text: `SELECT id, slug, title, lowest_price_minor AS lowest, highest_price_minor AS highest
      FROM product ORDER BY featured_rank, id LIMIT ${pageSize + 1}`,
  },
  variations: {
    name: 'variations',
    text: `SELECT v.id, v.product_id AS product, v.sku, v.title,
        p.base_price_minor + v.price_modifier_minor AS price
      FROM product_variation v JOIN product p ON p.id = v.product_id
      WHERE v.product_id = ANY($1) ORDER BY v.product_id, v.position`,
  },
  options: {
    name: 'options',
    text: `SELECT c.variation_id AS variation, o.name, ov.name AS value
      FROM variation_option_value c
      JOIN product_option o ON o.id = c.option_id
      JOIN option_value ov ON ov.id = c.option_value_id
      WHERE c.variation_id = ANY($1) ORDER BY c.variation_id, o.position`,
  },
  stock: {
    name: 'stock',
    text: `SELECT variation_id AS variation, sum(on_hand - reserved)::int AS available
      FROM stock_level WHERE variation_id = ANY($1) GROUP BY variation_id`,
  },
} as const;

/** Minor units as the API writes money. */
export function money(minor: string) {
  const digits = minor.padStart(3, '0');
  return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currencyCode };
}

/** What shoppers are told about a number of units. */
export function availabilityOf(available: number): string {
  if (available <= 0) return 'OUT_OF_STOCK';
  return available <= fewest ? 'LOW_STOCK' : 'IN_STOCK';
}
