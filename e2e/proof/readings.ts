import {
  type CatalogueModel,
  type Certainty,
  hasWord,
  isInStock,
  isMember,
  type ModelProduct,
} from './catalogue-model.ts';
import { titleWords } from './planned-catalogue.ts';
import type { Random } from './random.ts';
import type { Moment } from './register.ts';
import { Inspection, type ShownProduct } from './shown-product.ts';

/** One question to the shop, and how to tell whether the answer is current. */
export interface Reading {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What in the answer is older than it may be; how many products a collection has may lag where that is allowed. */
  inspect(data: unknown, asked: Moment, countsSince: Moment): readonly string[];
}

const content = 'id title description';
const price = 'priceRange { min { amount } } variations { id price { amount } }';
const stock = 'availability variations { id availability lowStockQuantity }';
const everything = `${content} ${price} ${stock} collections { slug }`;
/** More than there are, so that a list is complete. */
const all = 30;

const listDocument = (fields: string): string =>
  `query List($first: Int!, $sort: ProductSort, $where: ProductWhere, $query: String) {
    products(first: $first, sort: $sort, where: $where, query: $query) { totalCount nodes { ${fields} } }
  }`;

interface ListAnswer {
  readonly products: { readonly totalCount: number; readonly nodes: readonly ShownProduct[] };
}

/** Which products a list holds, and in which order. */
interface ListRule {
  readonly belongs: (product: ModelProduct, asked: Moment) => Certainty;
  readonly order?: {
    readonly descending: boolean;
    readonly keys: (product: ModelProduct, asked: Moment) => readonly (string | number)[];
  };
}

const sorts: Readonly<Record<string, ListRule['order']>> = {
  FEATURED: undefined,
  PRICE_ASC: { descending: false, keys: ({ priceMinor }, asked) => priceMinor.possible(asked) },
  PRICE_DESC: { descending: true, keys: ({ priceMinor }, asked) => priceMinor.possible(asked) },
  TITLE: { descending: false, keys: ({ title }, asked) => title.possible(asked) },
};

/** Thinks of something to ask. */
export function anyReading(model: CatalogueModel, random: Random): Reading {
  return random.pick([list, list, list, search, detail, detail, collection, collections])(
    model,
    random,
  );
}

function list(model: CatalogueModel, random: Random): Reading {
  const sort = random.pick(Object.keys(sorts));
  const fields = random.pick([content, `id ${price}`, `id ${stock}`, everything]);
  const slug = random.chance(0.4) ? random.pick(model.collections).slug : undefined;
  const inStock = random.chance(0.4) ? random.chance(0.5) : undefined;
  const where = { ...(slug && { collection: slug }), ...(inStock !== undefined && { inStock }) };
  const name = `list ${sort} ${JSON.stringify(where)}`;
  return listReading(
    model,
    name,
    fields,
    { sort, where },
    {
      order: sorts[sort],
      belongs: (product, asked) =>
        both(
          slug ? isMember(product, slug, asked) : 'always',
          inStock === undefined ? 'always' : is(inStock, isInStock(product, asked)),
        ),
    },
  );
}

function search(model: CatalogueModel, random: Random): Reading {
  const word = random.pick(titleWords);
  const fields = random.pick([content, everything]);
  return listReading(
    model,
    `search ${word}`,
    fields,
    { query: word },
    {
      belongs: (product, asked) => hasWord(product, word, asked),
    },
  );
}

function listReading(
  model: CatalogueModel,
  name: string,
  fields: string,
  variables: Reading['variables'],
  rule: ListRule,
): Reading {
  return {
    name,
    document: listDocument(fields),
    variables: { first: all, ...variables },
    inspect: (data, asked) => {
      const { totalCount, nodes } = (data as ListAnswer).products;
      const inspection = new Inspection(model, asked);
      for (const node of nodes) inspection.product(node);
      return [
        ...inspection.findings,
        ...wrongContents(model, nodes, totalCount, rule, asked),
        ...wrongOrder(model, nodes, rule, asked),
      ];
    },
  };
}

function wrongContents(
  model: CatalogueModel,
  nodes: readonly ShownProduct[],
  totalCount: number,
  { belongs }: ListRule,
  asked: Moment,
): string[] {
  const shown = new Set(nodes.map(({ id }) => id));
  const findings = model.products.flatMap((product) => {
    const certainty = belongs(product, asked);
    if (certainty === 'always' && !shown.has(product.id)) return `${product.code} is missing`;
    if (certainty === 'never' && shown.has(product.id)) return `${product.code} does not belong`;
    return [];
  });
  const count = wrongCount(model, totalCount, (product) => belongs(product, asked));
  return count ? [...findings, count] : findings;
}

function wrongCount(
  { products }: CatalogueModel,
  shown: number,
  belongs: (product: ModelProduct) => Certainty,
): string | undefined {
  const certainties = products.map(belongs);
  const least = certainties.filter((each) => each === 'always').length;
  const most = certainties.filter((each) => each !== 'never').length;
  return shown < least || shown > most
    ? `the count is ${shown} instead of ${least} to ${most}`
    : undefined;
}

/** Two neighbours are in the wrong order when no values that may be shown put them in this one. */
function wrongOrder(
  model: CatalogueModel,
  nodes: readonly ShownProduct[],
  { order }: ListRule,
  asked: Moment,
): string[] {
  if (!order) return [];
  const findings: string[] = [];
  let bound: string | number | undefined;
  for (const { id } of order.descending ? nodes.toReversed() : nodes) {
    const product = model.product(id);
    if (!product) continue;
    const keys = order.keys(product, asked);
    const highest = keys.reduce((one, other) => (other > one ? other : one));
    const lowest = keys.reduce((one, other) => (other < one ? other : one));
    if (bound !== undefined && highest < bound) {
      findings.push(`${product.code} is out of order: ${highest} at most, after ${bound}`);
    }
    if (bound === undefined || lowest > bound) bound = lowest;
  }
  return findings;
}

function detail(model: CatalogueModel, random: Random): Reading {
  const { id, code } = random.pick(model.products);
  const variables = random.chance(0.5) ? { id } : { slug: code };
  const fields = random.pick([content, everything]);
  return {
    name: `detail of ${code} by ${Object.keys(variables).join()}`,
    document: `query Detail($id: ID, $slug: String) { product(id: $id, slug: $slug) { ${fields} } }`,
    variables,
    inspect: (data, asked) => {
      const { product } = data as { product: ShownProduct | null };
      if (!product) return [`there is no ${code}`];
      const inspection = new Inspection(model, asked);
      inspection.product(product);
      return inspection.findings;
    },
  };
}

interface ShownCollection {
  readonly slug: string;
  readonly productCount: number;
}

function collection(model: CatalogueModel, random: Random): Reading {
  const { slug } = random.pick(model.collections);
  return {
    name: `collection ${slug}`,
    document: 'query Collection($slug: String) { collection(slug: $slug) { slug productCount } }',
    variables: { slug },
    inspect: (data, _asked, countsSince) =>
      wrongCollection(model, (data as { collection: ShownCollection }).collection, countsSince),
  };
}

function collections(model: CatalogueModel): Reading {
  return {
    name: 'collections',
    document: 'query Collections { collections(first: 10) { nodes { slug productCount } } }',
    variables: {},
    inspect: (data, _asked, countsSince) =>
      (data as { collections: { nodes: ShownCollection[] } }).collections.nodes.flatMap((each) =>
        wrongCollection(model, each, countsSince),
      ),
  };
}

function wrongCollection(
  model: CatalogueModel,
  { productCount, slug }: ShownCollection,
  asked: Moment,
): string[] {
  const wrong = wrongCount(model, productCount, (product) => isMember(product, slug, asked));
  return wrong ? [`${slug}: ${wrong}`] : [];
}

function both(one: Certainty, other: Certainty): Certainty {
  if (one === 'never' || other === 'never') return 'never';
  return one === 'always' && other === 'always' ? 'always' : 'perhaps';
}

function is(wanted: boolean, certainty: Certainty): Certainty {
  if (wanted || certainty === 'perhaps') return certainty;
  return certainty === 'always' ? 'never' : 'always';
}
