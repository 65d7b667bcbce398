import type { ProductSort } from '#shared/graphql/types.generated';

/** Everything about a listing that its address holds. */
export interface ListingState {
  readonly collection?: string;
  readonly query?: string;
  readonly sort: ProductSort;
  readonly inStock: boolean;
  readonly after?: string;
  readonly before?: string;
}

/** The query parameters of a listing's address. */
export type ListingParams = Readonly<
  Partial<Record<'q' | 'collection' | 'sort' | 'stock' | 'after' | 'before', string>>
>;

export const PAGE_SIZE = 24;

export const SORTS: readonly {
  readonly value: ProductSort;
  readonly slug: string;
  readonly label: string;
}[] = [
  { value: 'FEATURED', slug: 'featured', label: 'Featured' },
  { value: 'NEWEST', slug: 'newest', label: 'Newest' },
  { value: 'PRICE_ASC', slug: 'price', label: 'Price, low to high' },
  { value: 'PRICE_DESC', slug: 'price-desc', label: 'Price, high to low' },
  { value: 'TITLE', slug: 'title', label: 'Title, A to Z' },
];

/** Reads a listing's address; what it does not know, it takes as not said. */
export function listingState(params: ListingParams, collection?: string): ListingState {
  return {
    collection: collection || params.collection || undefined,
    query: params.q?.trim() || undefined,
    sort: SORTS.find(({ slug }) => slug === params.sort)?.value ?? 'FEATURED',
    inStock: params.stock === 'in',
    after: params.after || undefined,
    before: params.after ? undefined : params.before || undefined,
  };
}

/** The API's variables for a listing. */
export function listingVariables(state: ListingState) {
  const page = state.before
    ? { last: PAGE_SIZE, before: state.before }
    : { first: PAGE_SIZE, after: state.after };
  return {
    ...page,
    query: state.query,
    sort: state.sort,
    where: { collection: state.collection, inStock: state.inStock || undefined },
  };
}

/** A link to a listing: collections have addresses of their own, except inside a search. */
export interface ListingLink {
  readonly path: readonly string[];
  readonly params: ListingParams;
}

/** The address of a listing. A change of anything but the page leads to its first page. */
export function listingLink(state: ListingState, change: Partial<ListingState> = {}): ListingLink {
  const staysOnPage = 'after' in change || 'before' in change;
  const next = {
    ...state,
    ...(staysOnPage ? {} : { after: undefined, before: undefined }),
    ...change,
  };
  const params: Record<string, string> = {};
  if (next.query) params['q'] = next.query;
  if (next.query && next.collection) params['collection'] = next.collection;
  const sort = SORTS.find(({ value }) => value === next.sort);
  if (sort && sort.value !== 'FEATURED') params['sort'] = sort.slug;
  if (next.inStock) params['stock'] = 'in';
  if (next.after) params['after'] = next.after;
  else if (next.before) params['before'] = next.before;
  return {
    path: next.collection && !next.query ? ['/collections', next.collection] : ['/products'],
    params,
  };
}
