import {
  computed,
  effect,
  inject,
  linkedSignal,
  PendingTasks,
  type Resource,
  resourceFromSnapshots,
  type ResourceSnapshot,
  type Signal,
  untracked,
} from '@angular/core';
import type {
  ObservableQuery,
  OperationVariables,
  TypedDocumentNode,
  WatchQueryFetchPolicy,
} from '@apollo/client';
import { Apollo } from 'apollo-angular';

import { FirstRender } from './first-render';
import { toRequestError } from './request-error';

/** A query as a resource signal; `reload` asks the API again and keeps the value meanwhile. */
export interface QueryResource<T> extends Omit<Resource<T | undefined>, 'hasValue'> {
  hasValue(): this is LoadedQuery<T>;
  reload(): void;
}

/** A query of which `hasValue` said yes. */
export interface LoadedQuery<T> extends QueryResource<T> {
  readonly value: Signal<T>;
}

/** How a query differs from the usual: cached answer at once, then a fresh one. */
export interface QueryResourceOptions {
  readonly fetchPolicy?: WatchQueryFetchPolicy;
  /** Whether the last value stays, with status `reloading`, while new variables load. */
  readonly keepPrevious?: boolean;
}

/** The one bridge from a typed query to a resource. `undefined` variables mean: not now. */
export function queryResource<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: () => TVariables | undefined,
  options: QueryResourceOptions = {},
): QueryResource<TData> {
  type Snapshot = ResourceSnapshot<TData | undefined>;
  const { client } = inject(Apollo);
  const firstRender = inject(FirstRender);
  const pendingTasks = inject(PendingTasks);

  const wanted = computed(variables, { equal: sameVariables });
  const observed = computed(() => {
    const current = wanted();
    if (!current) return undefined;
    return untracked(() =>
      client.watchQuery({
        query,
        variables: current,
        fetchPolicy:
          options.fetchPolicy ?? (firstRender.isDone() ? 'cache-and-network' : 'cache-first'),
        nextFetchPolicy: 'cache-first',
      }),
    );
  });

  const snapshot = linkedSignal<typeof observed extends () => infer O ? O : never, Snapshot>({
    source: observed,
    computation: (observable, previous) => {
      if (!observable) return { status: 'idle', value: undefined };
      // The answer that the server rendered is in the cache, so hydration starts with the same view.
      const first = toSnapshot<TData>(observable.getCurrentResult());
      const kept = options.keepPrevious && previous ? valueOf(previous.value) : undefined;
      return first.status === 'loading' && kept ? { status: 'reloading', value: kept } : first;
    },
  });

  effect((onCleanup) => {
    const observable = observed();
    if (!observable) return;
    const done = pendingTasks.add();
    const subscription = observable.subscribe((result) => {
      const next = toSnapshot<TData>(result);
      if (next.status === 'loading') return;
      snapshot.set(next);
      if (next.status !== 'reloading') done();
    });
    onCleanup(() => {
      subscription.unsubscribe();
      done();
    });
  });

  return Object.assign(resourceFromSnapshots(snapshot), {
    reload: () => {
      const observable = untracked(observed);
      if (!observable) return;
      const value = valueOf(untracked(snapshot));
      snapshot.set(
        value === undefined ? { status: 'loading', value } : { status: 'reloading', value },
      );
      // The answer, good or bad, arrives through the subscription as well.
      observable.refetch().catch(() => undefined);
    },
  }) as QueryResource<TData>;
}

function toSnapshot<TData>(
  result: ObservableQuery.Result<TData>,
): ResourceSnapshot<TData | undefined> {
  if (result.error) return { status: 'error', error: toRequestError(result.error) };
  if (result.dataState === 'complete') {
    return { status: result.loading ? 'reloading' : 'resolved', value: result.data };
  }
  return { status: 'loading', value: undefined };
}

function valueOf<T>(snapshot: ResourceSnapshot<T>): T | undefined {
  return snapshot.status === 'error' ? undefined : snapshot.value;
}

function sameVariables(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
