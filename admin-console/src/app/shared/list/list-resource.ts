import { computed, linkedSignal, type Signal } from '@angular/core';
import type { Params } from '@angular/router';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';

import { describeProblem, type GraphProblem } from '../graphql/graph-error';
import { queryResource } from '../graphql/query-resource';
import type { GridPaging } from '../ui/data-grid/data-grid';

/** Where in a list an address is. */
export interface ListPosition {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** One page of a list as the graph gives it. */
export interface PageOfList<TRow> {
  readonly nodes: readonly TRow[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A list as its page shows it. */
export interface ListResource<TRow> {
  /** Undefined until there is a first answer; those of the page before while another is on its way. */
  readonly rows: Signal<readonly TRow[] | undefined>;
  /** Whether the rows are those of this address, not of the one before. */
  readonly isCurrent: Signal<boolean>;
  readonly totalCount: Signal<number | undefined>;
  readonly paging: Signal<GridPaging | undefined>;
  /** After which row there are more. */
  readonly nextCursor: Signal<string | undefined>;
  readonly problem: Signal<GraphProblem | undefined>;
  readonly isBusy: Signal<boolean>;
  readonly reload: () => void;
}

/** What a list is a list of. */
export interface ListOptions<TData, TRow> {
  /** Where the address is; left out where all rows come at once. */
  readonly at?: () => ListPosition;
  /** Variables besides those of paging. */
  readonly filter?: () => OperationVariables;
  /** What else the address keeps when another page is opened. */
  readonly params?: () => Params;
  readonly pageOf: (data: TData) => PageOfList<TRow>;
  /** One, and many: "order", "orders"; left out where the page says itself how many are shown. */
  readonly noun?: readonly [string, string];
}

export const rowsPerPage = 25;

/** What to ask for at a place in a list. */
export function pageVariables({ after, before }: ListPosition): OperationVariables {
  if (after) return { first: rowsPerPage, after };
  if (before) return { last: rowsPerPage, before };
  return { first: rowsPerPage };
}

/** A list that comes at once, as a page. */
export function wholeList<TRow>(nodes: readonly TRow[]): PageOfList<TRow> {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false };
  return {
    nodes,
    totalCount: nodes.length,
    pageInfo: { ...pageInfo, startCursor: null, endCursor: null },
  };
}

/** The way to the pages around a page, which keeps what the address says besides. */
export function pagingOf(
  page: PageOfList<unknown> | undefined,
  [one, many]: readonly [string, string],
  params: Params = {},
): GridPaging | undefined {
  if (!page || page.nodes.length === 0) return undefined;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
  const shown = page.nodes.length;
  const total = page.totalCount.toLocaleString('en-GB');
  return {
    previous: hasPreviousPage && startCursor ? { ...params, before: startCursor } : undefined,
    next: hasNextPage && endCursor ? { ...params, after: endCursor } : undefined,
    summary:
      shown === page.totalCount
        ? `${total} ${shown === 1 ? one : many}`
        : `${shown} of ${total} ${many}`,
  };
}

/** The engine of every list: a typed query, paged by the address, whose rows stay while others are read. */
export function listResource<TData extends object, TVariables extends OperationVariables, TRow>(
  document: TypedDocumentNode<TData, TVariables>,
  { at, filter, params, pageOf, noun }: ListOptions<TData, TRow>,
): ListResource<TRow> {
  const query = queryResource(
    document,
    () => ({ ...(at && pageVariables(at())), ...filter?.() }) as TVariables,
  );
  const latest = computed(() => {
    const data = query.value();
    return data && pageOf(data);
  });
  const shown = linkedSignal<
    { readonly page: PageOfList<TRow> | undefined; readonly isWaiting: boolean },
    PageOfList<TRow> | undefined
  >({
    source: () => ({ page: latest(), isWaiting: query.status() === 'loading' }),
    computation: ({ page, isWaiting }, previous) =>
      page ?? (isWaiting ? previous?.value : undefined),
  });
  return {
    rows: computed(() => shown()?.nodes),
    isCurrent: computed(() => latest() !== undefined),
    totalCount: computed(() => shown()?.totalCount),
    paging: computed(() => noun && pagingOf(shown(), noun, params?.())),
    nextCursor: computed(() => {
      const turns = shown()?.pageInfo;
      return (turns?.hasNextPage && turns.endCursor) || undefined;
    }),
    problem: computed(() => {
      const error = query.error();
      return error ? describeProblem(error) : undefined;
    }),
    isBusy: query.isLoading,
    reload: query.reload,
  };
}
