import { ApolloLink } from '@apollo/client/link';
import { print } from 'graphql';
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { Observable } from 'rxjs';

/** What a subscription may put into its context to say where it wants to go on after a reconnect. */
export interface LiveContext {
  readonly variablesAtConnect?: () => Record<string, unknown>;
}

/** Carries subscriptions over graphql-ws, asking for their variables anew at every connect. */
export class LiveLink extends ApolloLink {
  constructor(private readonly client: Client) {
    super();
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const { variablesAtConnect } = operation.getContext() as LiveContext;
    const payload = {
      query: print(operation.query),
      operationName: operation.operationName,
      // graphql-ws serialises the payload for each new socket, so a getter always sends the latest cursor.
      get variables() {
        return variablesAtConnect?.() ?? operation.variables;
      },
    };
    return new Observable((observer) =>
      this.client.subscribe(payload, {
        next: (result: FormattedExecutionResult) => observer.next(result),
        error: (error) => observer.error(asError(error)),
        complete: () => observer.complete(),
      }),
    );
  }
}

function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  if (Array.isArray(error)) {
    return new Error(error.map((each: { message?: string }) => each.message).join(' '));
  }
  return new Error('The live connection was closed.', { cause: error });
}
