// The same four statements behind GraphQL at its fastest: DataLoader, and a document that graphql-jit compiled.
import DataLoader from 'dataloader';
import { buildSchema, type GraphQLFieldResolver } from 'graphql';

import { compiledDocuments } from './compiled-documents.ts';
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

/** One request's loaders. */
class Loaders {
  readonly variations = new DataLoader(async (ids: readonly string[]) => {
    const { rows } = await pool.query<VariationRow>({ ...statements.variations, values: [ids] });
    const groups = Map.groupBy(rows, ({ product }) => product);
    return ids.map((id) => groups.get(id) ?? []);
  });
  readonly options = new DataLoader(async (ids: readonly string[]) => {
    const { rows } = await pool.query<OptionRow>({ ...statements.options, values: [ids] });
    const groups = Map.groupBy(rows, ({ variation }) => variation);
    return ids.map((id) => groups.get(id) ?? []);
  });
  readonly available = new DataLoader(async (ids: readonly string[]) => {
    const { rows } = await pool.query<StockRow>({ ...statements.stock, values: [ids] });
    const units = new Map(rows.map(({ variation, available }) => [variation, available]));
    return ids.map((id) => units.get(id) ?? 0);
  });
}

const schema = buildSchema(`
  type Query { products(first: Int): ProductConnection! }
  type ProductConnection { pageInfo: PageInfo! nodes: [Product!]! }
  type PageInfo { hasNextPage: Boolean! }
  type Money { amount: String! currencyCode: String! }
  type PriceRange { min: Money! max: Money! }
  type Product {
    id: ID! slug: String! title: String! availability: String! priceRange: PriceRange!
    variations: [ProductVariation!]!
  }
  type ProductVariation {
    id: ID! sku: String! title: String! availability: String! price: Money!
    selectedOptions: [SelectedOption!]!
  }
  type SelectedOption { name: String! value: String! }
`);

function resolve<S>(
  type: string,
  fields: Readonly<Record<string, GraphQLFieldResolver<S, Loaders>>>,
): void {
  const known = schema.getType(type);
  for (const [name, resolver] of Object.entries(fields)) {
    const field = known && 'getFields' in known ? known.getFields()[name] : undefined;
    if (field && 'resolve' in field) field.resolve = resolver;
  }
}

resolve('Query', {
  products: async () => {
    const { rows } = await pool.query<ProductRow>(statements.products);
    const hasNextPage = rows.length > pageSize;
    return { pageInfo: { hasNextPage }, nodes: rows.slice(0, pageSize) };
  },
});
resolve<ProductRow>('Product', {
  priceRange: ({ lowest, highest }) => ({ min: money(lowest), max: money(highest) }),
  variations: ({ id }, _args, loaders) => loaders.variations.load(id),
  availability: async ({ id }, _args, loaders) => {
    const own = await loaders.variations.load(id);
    const units = await Promise.all(own.map((variation) => loaders.available.load(variation.id)));
    return availabilityOf(units.reduce((sum, available) => sum + available, 0));
  },
});
resolve<VariationRow>('ProductVariation', {
  price: ({ price }) => money(price),
  availability: async ({ id }, _args, loaders) => availabilityOf(await loaders.available.load(id)),
  selectedOptions: ({ id }, _args, loaders) => loaders.options.load(id),
});

const compiled = compiledDocuments(schema);

serveAnswers(async ({ query, variables = {} }) =>
  JSON.stringify(await compiled(query).query({}, new Loaders(), variables)),
);
