import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { ApolloLink } from '@apollo/client';
import { provideApollo } from 'apollo-angular';
import { Observable } from 'rxjs';

import { createCache } from '../cache';

/** Answers one operation, given its variables; a thrown error is an outage. */
export type FakeAnswer = (variables: Record<string, unknown>) => object;

/** An API in memory: answers by operation name, as data with `__typename`s where types matter. */
export class FakeApi {
  readonly requests: { readonly operation: string; readonly variables: Record<string, unknown> }[] =
    [];
  private readonly answers = new Map<string, FakeAnswer>();
  private readonly streams = new Map<
    string,
    (variables: Record<string, unknown>) => Observable<object>
  >();

  on(operation: string, answer: FakeAnswer): this {
    this.answers.set(operation, answer);
    return this;
  }

  /** Answers a subscription with whatever the test lets happen. */
  stream(
    operation: string,
    open: (variables: Record<string, unknown>) => Observable<object>,
  ): this {
    this.streams.set(operation, open);
    return this;
  }

  open(operation: string, variables: Record<string, unknown>): Observable<object> | undefined {
    const open = this.streams.get(operation);
    if (open) this.requests.push({ operation, variables });
    return open?.(variables);
  }

  answer(operation: string, variables: Record<string, unknown>): object {
    this.requests.push({ operation, variables });
    const answer = this.answers.get(operation);
    if (!answer) throw new Error(`The fake API has no answer for ${operation}.`);
    return answer(variables);
  }
}

/** The real client and cache over a fake API. */
export function provideFakeApi(api: FakeApi): EnvironmentProviders {
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable<ApolloLink.Result>((observer) => {
        const stream = api.open(operationName ?? '', variables);
        if (stream) {
          return stream.subscribe({
            next: (data) => observer.next({ data: { ...data } }),
            complete: () => observer.complete(),
          });
        }
        queueMicrotask(() => {
          try {
            observer.next({ data: { ...api.answer(operationName ?? '', variables) } });
            observer.complete();
          } catch (error) {
            observer.error(error);
          }
        });
        return undefined;
      }),
  );
  return makeEnvironmentProviders([provideApollo(() => ({ cache: createCache(), link }))]);
}
