import { inject } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

/** Sends a mutation and resolves to its data; rejects when the request as a whole failed. */
export type Mutate = <TData extends object, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) => Promise<TData>;

/** The console's one way to change something on the server. */
export function injectMutate(): Mutate {
  const apollo = inject(Apollo);
  return async (document, variables) => {
    const { data } = await firstValueFrom(apollo.mutate({ mutation: document, variables }));
    if (!data) throw new Error('The answer was empty.');
    return data;
  };
}
