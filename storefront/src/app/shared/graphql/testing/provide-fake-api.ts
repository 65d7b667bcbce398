import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { ApolloLink, type FormattedExecutionResult } from '@apollo/client';
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

  on(operation: string, answer: FakeAnswer): this {
    this.answers.set(operation, answer);
    return this;
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
      new Observable<FormattedExecutionResult>((observer) => {
        queueMicrotask(() => {
          try {
            observer.next({ data: { ...api.answer(operationName ?? '', variables) } });
            observer.complete();
          } catch (error) {
            observer.error(error);
          }
        });
      }),
  );
  return makeEnvironmentProviders([provideApollo(() => ({ cache: createCache(), link }))]);
}
