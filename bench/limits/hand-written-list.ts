// What a list costs when nothing stands between HTTP and PostgreSQL: four named prepared statements, and JSON.
import { createServer } from 'node:http';

import pg from 'pg';

interface ProductRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lowest: string;
  readonly highest: string;
}
interface VariationRow {
  readonly id: string;
  readonly product: string;
  readonly sku: string;
  readonly title: string;
  readonly price: string;
}
interface OptionRow {
  readonly variation: string;
  readonly name: string;
  readonly value: string;
}
interface StockRow {
  readonly variation: string;
  readonly available: number;
}

const pageSize = 24;
const currencyCode = 'GBP';
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });

const products = {
  name: 'products',
  text: `SELECT id, slug, title, lowest_price_minor AS lowest, highest_price_minor AS highest
    FROM product ORDER BY featured_rank, id LIMIT ${pageSize + 1}`,
};
const variations = {
  name: 'variations',
  text: `SELECT v.id, v.product_id AS product, v.sku, v.title,
      p.base_price_minor + v.price_modifier_minor AS price
    FROM product_variation v JOIN product p ON p.id = v.product_id
    WHERE v.product_id = ANY($1) ORDER BY v.product_id, v.position`,
};
const options = {
  name: 'options',
  text: `SELECT c.variation_id AS variation, o.name, ov.name AS value
    FROM variation_option_value c
    JOIN product_option o ON o.id = c.option_id
    JOIN option_value ov ON ov.id = c.option_value_id
    WHERE c.variation_id = ANY($1) ORDER BY c.variation_id, o.position`,
};
const stock = {
  name: 'stock',
  text: `SELECT variation_id AS variation, sum(on_hand - reserved)::int AS available
    FROM stock_level WHERE variation_id = ANY($1) GROUP BY variation_id`,
};

function money(minor: string | bigint) {
  const digits = String(minor).padStart(3, '0');
  return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currencyCode };
}

function availabilityOf(available: number): string {
  if (available <= 0) return 'OUT_OF_STOCK';
  return available <= 5 ? 'LOW_STOCK' : 'IN_STOCK';
}

/** The same answer that the API gives to the list. */
async function list(): Promise<string> {
  const found = await pool.query<ProductRow>(products);
  const page = found.rows.slice(0, pageSize);
  const { rows: forms } = await pool.query<VariationRow>({
    ...variations,
    values: [page.map(({ id }) => id)],
  });
  const values = [forms.map(({ id }) => id)];
  const [chosen, levels] = await Promise.all([
    pool.query<OptionRow>({ ...options, values }),
    pool.query<StockRow>({ ...stock, values }),
  ]);
  const available = new Map(levels.rows.map((row) => [row.variation, row.available]));
  const optionsOf = Map.groupBy(chosen.rows, ({ variation }) => variation);
  const variationsOf = Map.groupBy(forms, ({ product }) => product);
  const nodes = page.map(({ id, slug, title, lowest, highest }) => {
    const own = variationsOf.get(id) ?? [];
    const units = own.reduce((sum, variation) => sum + (available.get(variation.id) ?? 0), 0);
    return {
      id,
      slug,
      title,
      availability: availabilityOf(units),
      priceRange: { min: money(lowest), max: money(highest) },
      variations: own.map((variation) => ({
        id: variation.id,
        sku: variation.sku,
        title: variation.title,
        availability: availabilityOf(available.get(variation.id) ?? 0),
        price: money(variation.price),
        selectedOptions: (optionsOf.get(variation.id) ?? []).map(({ name, value }) => ({
          name,
          value,
        })),
      })),
    };
  });
  const hasNextPage = found.rows.length > pageSize;
  return `${JSON.stringify({ data: { products: { pageInfo: { hasNextPage }, nodes } } })}\n`;
}

createServer((_request, response) => {
  list().then(
    (body) => {
      const length = Buffer.byteLength(body);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500, { 'content-length': 0 }).end();
    },
  );
}).listen(Number(process.env['PORT']), '127.0.0.1');
