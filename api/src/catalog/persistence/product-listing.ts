import { isId } from '../../kernel/ids';
import type { PageRequest } from '../../kernel/page';
import { likePattern } from '../../platform/database/like-pattern';

/** How a listing of products is ordered. */
export type ProductOrder =
  'FEATURED' | 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC' | 'TITLE' | 'RELEVANCE';

/** Which products a listing holds. */
export interface ProductFilter {
  readonly query?: string;
  readonly collection?: string;
  readonly inStock?: boolean;
  readonly skus?: readonly string[];
}

interface Sorting {
  /** What rows are compared by; ties are broken by id in the same direction. */
  readonly key: (search: Search | undefined) => string;
  readonly type: 'text' | 'bigint' | 'timestamptz';
  readonly descending?: boolean;
}

/** SQL with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

class Params {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The parts of a search that both the filter and the ranking need. */
interface Search {
  readonly text: string;
  readonly words: string;
  readonly pattern: string;
}

function searchOf(query: string | undefined, params: Params): Search | undefined {
  if (query === undefined) return undefined;
  const text = `${params.add(query.toLowerCase())}::text`;
  const pattern = `${params.add(likePattern(query.toLowerCase()))}::text`;
  // A subquery of its own is worked out once, and not again for every row that is looked at.
  const words = `(SELECT websearch_to_tsquery('english', ${text}) || plainto_tsquery('simple', ${text}))`;
  return { text, words, pattern };
}

const SORTINGS: Readonly<Record<ProductOrder, Sorting>> = {
  FEATURED: { key: () => 'p.featured_rank', type: 'bigint' },
  NEWEST: { key: () => 'p.created_at', type: 'timestamptz', descending: true },
  PRICE_ASC: { key: () => 'p.lowest_price_minor', type: 'bigint' },
  PRICE_DESC: { key: () => 'p.lowest_price_minor', type: 'bigint', descending: true },
  TITLE: { key: () => 'lower(p.title)', type: 'text' },
  RELEVANCE: {
    // A whole number, so that a cursor holds it exactly.
    key: (search) =>
      search
        ? `(1000000 * (ts_rank(p.search, ${search.words}) + word_similarity(${search.text}, lower(p.title))
            + CASE WHEN lower(p.skus) LIKE ${search.pattern} THEN 1 ELSE 0 END))::bigint`
        : '0::bigint',
    type: 'bigint',
    descending: true,
  },
};

/**
 * A bundle is in stock where each of its sets can be filled, everything else where there is a unit. The scalar subqueries
 * let PostgreSQL look up single variations in the grouped view instead of all.
 */
const IN_STOCK = `(CASE WHEN EXISTS (SELECT 1 FROM product_bundle b WHERE b.product_id = p.id)
  THEN NOT EXISTS (SELECT 1 FROM bundle_choice c WHERE c.product_id = p.id AND c.min_units > (
    SELECT coalesce(sum(greatest(0,
      (SELECT s.available FROM variation_stock s WHERE s.variation_id = o.variation_id))), 0)
    FROM bundle_option o WHERE o.choice_id = c.id))
  ELSE EXISTS (SELECT 1 FROM product_variation v WHERE v.product_id = p.id
    AND (SELECT s.available FROM variation_stock s WHERE s.variation_id = v.id) > 0)
  END)`;

/** Words match by stem, names also by a part or a near miss, SKUs by a part. An index serves each of them. */
function conditionsOf(filter: ProductFilter, search: Search | undefined, params: Params): string[] {
  const conditions: string[] = [];
  if (search) {
    conditions.push(
      `(p.search @@ ${search.words} OR lower(p.title) LIKE ${search.pattern}
        OR lower(p.skus) LIKE ${search.pattern} OR ${search.text} <% lower(p.title))`,
    );
  }
  if (filter.collection !== undefined) {
    conditions.push(
      `EXISTS (SELECT 1 FROM collection_product m JOIN collection c ON c.id = m.collection_id
        WHERE m.product_id = p.id AND c.slug = ${params.add(filter.collection)})`,
    );
  }
  if (filter.skus !== undefined) {
    conditions.push(
      `p.id IN (SELECT product_id FROM product_variation WHERE sku = ANY(${params.add(filter.skus)}))`,
    );
  }
  if (filter.inStock !== undefined) {
    conditions.push(filter.inStock ? IN_STOCK : `NOT ${IN_STOCK}`);
  }
  return conditions;
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

/** Whether a cursor's position was written by a listing with this order. */
export function isPositionOf(order: ProductOrder, position: readonly (string | number)[]): boolean {
  const [name, key, id, ...rest] = position;
  if (name !== order || typeof key !== 'string' || typeof id !== 'string') return false;
  if (rest.length > 0 || !isId(id)) return false;
  const { type } = SORTINGS[order];
  if (type === 'bigint') return /^-?\d{1,18}$/.test(key);
  return type === 'text' || !Number.isNaN(Date.parse(key));
}

/** One page of a listing, one row more than asked for, by keyset: ids and the revisions of their documents. */
export function pageStatement(
  filter: ProductFilter,
  order: ProductOrder,
  page: PageRequest,
): Statement {
  const params = new Params();
  const search = searchOf(filter.query, params);
  const conditions = conditionsOf(filter, search, params);
  const { key: keyOf, type, descending = false } = SORTINGS[order];
  const key = keyOf(search);
  const ascending = descending !== (page.direction === 'forward');
  if (page.position) {
    const [, value, id] = page.position;
    const position = `(${params.add(value)}::${type}, ${params.add(id)}::uuid)`;
    conditions.push(`(${key}, p.id) ${ascending ? '>' : '<'} ${position}`);
  }
  const way = ascending ? 'ASC' : 'DESC';
  return {
    // The limit is part of the text: a plan that does not know it reads far more than a page.
    sql: `SELECT p.id, d.revision, (${key})::text AS "sortKey"
      FROM product p JOIN product_document d ON d.product_id = p.id ${where(conditions)}
      ORDER BY ${key} ${way}, p.id ${way} LIMIT ${page.limit + 1}`,
    params: params.values,
  };
}

/** How many products the filter lets through. */
export function countStatement(filter: ProductFilter): Statement {
  const params = new Params();
  const conditions = conditionsOf(filter, searchOf(filter.query, params), params);
  return {
    sql: `SELECT count(*)::int AS count FROM product p ${where(conditions)}`,
    params: params.values,
  };
}
