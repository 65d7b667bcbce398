import { inject } from '@angular/core';
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';

import { toRequestError } from './request-error';

/** The one payload that a mutation document asks for. */
export type PayloadOf<TData> = NonNullable<TData[Exclude<keyof TData, '__typename'>]>;

type MutateOptions<TData, TVariables extends OperationVariables> = Pick<
  ApolloClient.MutateOptions<TData, TVariables>,
  'update' | 'context' | 'refetchQueries' | 'awaitRefetchQueries'
>;

/** Sends a mutation and returns its payload; refusals and outages are thrown as `RequestError`. */
export type Mutate = <TData, TVariables extends OperationVariables>(
  mutation: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  options?: MutateOptions<TData, TVariables>,
) => Promise<PayloadOf<TData>>;

/** The one way from a component or store to a mutation: `mutate = injectMutate()`, then `await mutate(Document, variables)`. */
export function injectMutate(): Mutate {
  const apollo = inject(Apollo);

  return async <TData, TVariables extends OperationVariables>(
    mutation: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    options: MutateOptions<TData, TVariables> = {},
  ) => {
    try {
      const request = { ...options, mutation, variables } as ApolloClient.MutateOptions<
        TData,
        TVariables
      >;
      const { data } = await apollo.client.mutate(request);
      return payloadOf(data as TData);
    } catch (error) {
      throw toRequestError(error);
    }
  };
}

function payloadOf<TData>(data: TData): PayloadOf<TData> {
  const [, payload] =
    Object.entries(data as Record<string, unknown>).find(([name]) => name !== '__typename') ?? [];
  if (!payload) throw new Error('The API answered a mutation without a payload.');
  return payload as PayloadOf<TData>;
}
