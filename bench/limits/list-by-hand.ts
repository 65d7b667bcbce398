// What a list costs when nothing stands between HTTP and PostgreSQL: four named prepared statements, and JSON.
import {
  availabilityOf,
  money,
  type OptionRow,
  pageSize,
  pool,
  type ProductRow,
  statements,
  type StockRow,
  type VariationRow,
} from './list-statements.ts';
import { serveAnswers } from './serve-answers.ts';

serveAnswers(async () => {
  const found = await pool.query<ProductRow>(statements.products);
  const page = found.rows.slice(0, pageSize);
  const { rows: forms } = await pool.query<VariationRow>({
    ...statements.variations,
    values: [page.map(({ id }) => id)],
  });
  const values = [forms.map(({ id }) => id)];
  const [chosen, levels] = await Promise.all([
    pool.query<OptionRow>({ ...statements.options, values }),
    pool.query<StockRow>({ ...statements.stock, values }),
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
  return JSON.stringify({ data: { products: { pageInfo: { hasNextPage }, nodes } } });
});
