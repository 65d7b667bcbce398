import { computed, inject, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { filter, map } from 'rxjs';

/** A typed query as signals. */
export interface QueryResource<TData> {
  /** The latest answer; undefined before the first one. A failed refresh keeps it. */
  readonly value: Signal<TData | undefined>;
  readonly status: Signal<'idle' | 'loading' | 'ready' | 'error'>;
  readonly error: Signal<unknown>;
  /** Whether a request is under way, also behind a value that is already shown. */
  readonly isLoading: Signal<boolean>;
  readonly reload: () => void;
}

interface Answer<TData> {
  readonly data: TData | undefined;
  readonly error: unknown;
  readonly loading: boolean;
}

/** Runs a query whenever its variables change and follows its answer in the cache; `undefined` variables wait. */
export function queryResource<TData extends object, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: () => TVariables | undefined,
): QueryResource<TData> {
  const apollo = inject(Apollo);

  const resource = rxResource<Answer<TData>, TVariables | undefined>({
    params: variables,
    stream: ({ params }) =>
      apollo
        .watchQuery<TData, TVariables>({
          query: document,
          variables: params,
          fetchPolicy: 'cache-and-network',
          nextFetchPolicy: 'cache-first',
          notifyOnNetworkStatusChange: true,
        })
        .valueChanges.pipe(
          filter((result) => result.dataState !== 'partial' && result.dataState !== 'streaming'),
          map((result) => ({
            data: result.dataState === 'complete' ? result.data : undefined,
            error: result.error,
            loading: result.loading,
          })),
        ),
  });

  const answer = computed(() => (resource.hasValue() ? resource.value() : undefined));
  const value = computed(() => answer()?.data);
  const error = computed(() => answer()?.error ?? resource.error());
  const isLoading = computed(() => resource.isLoading() || (answer()?.loading ?? false));

  return {
    value,
    error,
    isLoading,
    status: computed(() => {
      if (value()) return 'ready';
      if (isLoading()) return 'loading';
      return error() ? 'error' : 'idle';
    }),
    reload: () => void resource.reload(),
  };
}
