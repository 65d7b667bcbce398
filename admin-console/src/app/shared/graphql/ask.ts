import { inject } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

/** Reads something once and from the server, past what is cached; rejects when the request failed. */
export type Ask = <TData extends object, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) => Promise<TData>;

/** The console's way to read what is good for a moment only. */
export function injectAsk(): Ask {
  const apollo = inject(Apollo);
  return async <TData extends object, TVariables extends OperationVariables>(
    query: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ) => {
    const { data } = await firstValueFrom(
      apollo.query<TData, TVariables>({ query, variables, fetchPolicy: 'network-only' }),
    );
    if (!data) throw new Error('The answer was empty.');
    return data;
  };
}
