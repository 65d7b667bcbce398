import { buildSchema, getOperationAST, parse } from 'graphql';

import { OperationCosts } from './operation-cost';

const schema = buildSchema(`
  type Query {
    shop: Shop
    product: Product
    products(first: Int, after: String, last: Int): ProductConnection!
    things: [Thing!]!
  }
  type Mutation { buy: Product }
  type Shop { id: ID, name: String, methods: [Method!]! }
  type Method { id: ID }
  type ProductConnection { nodes: [Product!]!, edges: [Edge!]!, totalCount: Int }
  type Edge { cursor: String, node: Product! }
  type Product { id: ID, tags: [String!]!, price: Price!, related(first: Int): ProductConnection! }
  type Price { amount: String }
  interface Thing { id: ID }
  type Book implements Thing { id: ID, author: Author! }
  type Author { id: ID }
`);

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('One operation, please.');
  return new OperationCosts(schema).costOf(document, operation, variables);
}

describe('the cost of an operation', () => {
  it.each([
    ['is nothing for values', '{ __typename }', 0],
    [
      'is one for each thing, and nothing for what belongs to it',
      '{ product { id tags price { amount } } }',
      1,
    ],
    ['takes a page as long as it was asked for', '{ products(first: 5) { nodes { id } } }', 6],
    ['also when it is read backwards', '{ products(last: 5) { nodes { id } } }', 6],
    ['also through edges', '{ products(first: 5) { edges { node { id } } } }', 6],
    ['takes a page of the usual size where none is asked for', '{ products { nodes { id } } }', 25],
    [
      'multiplies lists within lists',
      '{ products(first: 10) { nodes { related(first: 10) { nodes { id } } } } }',
      121,
    ],
    ['takes other lists to have five items', '{ shop { methods { id } } }', 6],
    ['adds ten for each change', 'mutation { buy { id } again: buy { id } }', 22],
    [
      'counts fragments wherever they are spread',
      '{ product { ...P } products(first: 2) { nodes { ...P } } } fragment P on Product { related(first: 1) { nodes { id } } }',
      10,
    ],
    ['counts fragments on other types', '{ things { ... on Book { author { id } } } }', 10],
    ['is fixed for introspection', '{ __schema { types { fields { name } } } }', 100],
  ])('%s', (_fact, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it('takes page sizes from variables and their defaults', () => {
    const text = 'query ($n: Int = 7) { products(first: $n) { nodes { id } } }';

    expect(costOf(text, { n: 50 })).toBe(51);
    expect(costOf(text, {})).toBe(8);
    expect(costOf(text, { n: undefined })).toBe(8);
    expect(costOf(text, { n: null })).toBe(25);
    expect(costOf(text, { n: -5 })).toBe(1);
  });

  it('is remembered for each page size, without mixing them up', () => {
    const document = parse(
      'query ($n: Int, $m: Int) { products(first: $n) { nodes { related(first: $m) { nodes { id } } } } }',
    );
    const operation = getOperationAST(document);
    const costs = new OperationCosts(schema);
    if (!operation) throw new Error('One operation, please.');

    const once = costs.costOf(document, operation, { n: 2, m: 3 });
    const other = costs.costOf(document, operation, { n: 3, m: 2 });
    const again = costs.costOf(document, operation, { n: 2, m: 3 });

    expect([once, other, again]).toEqual([11, 13, 11]);
  });
});
