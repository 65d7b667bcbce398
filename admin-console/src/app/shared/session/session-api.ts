import { Service } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { print } from 'graphql';

import { GRAPH_PATH } from '../graphql/graph-address';

interface GraphAnswer<TData> {
  readonly data?: TData | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Requests that make or end a session; apart from Apollo, whose every request asks the session first. */
@Service()
export class SessionApi {
  async send<TData extends object, TVariables extends OperationVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ): Promise<TData> {
    const response = await fetch(GRAPH_PATH, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const bodyText = await response.text();
    const answer = parseAnswer<TData>(bodyText);
    if (answer?.errors?.length) throw new CombinedGraphQLErrors({ errors: [...answer.errors] });
    if (!answer?.data) {
      throw new ServerError('The session could not be read.', { response, bodyText });
    }
    return answer.data;
  }
}

function parseAnswer<TData>(bodyText: string): GraphAnswer<TData> | undefined {
  try {
    return JSON.parse(bodyText) as GraphAnswer<TData>;
  } catch {
    // A proxy's HTML page; the caller reports the HTTP status instead.
    return undefined;
  }
}
