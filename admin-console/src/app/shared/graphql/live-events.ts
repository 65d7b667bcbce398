import { effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { ErrorLike, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { map, repeat, retry, timer } from 'rxjs';

import { LiveConnection } from './live-connection';
import type { LiveContext } from './live-link';
import { reconnectDelay } from './reconnect-delay';

interface LiveEventsOptions<TSubject, TData, TVariables> {
  /** What is followed; a new value ends the old subscription, `undefined` means nothing yet. */
  readonly subject: () => TSubject | undefined;
  /** Read again at each connect, so a cursor in here is where a reconnect goes on. */
  readonly variables: (subject: TSubject) => TVariables;
  readonly onEvent: (data: TData) => void;
}

/** Follows a subscription for as long as the caller lives, whatever happens to the socket. */
export function liveEvents<TSubject, TData extends object, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  options: LiveEventsOptions<TSubject, TData, TVariables>,
): void {
  const apollo = inject(Apollo);

  effect((onCleanup) => {
    const subject = options.subject();
    if (subject === undefined) return;
    const variables = () => untracked(() => options.variables(subject));
    const context: LiveContext = { variablesAtConnect: variables };
    const subscription = apollo
      .subscribe<TData, TVariables>({
        query: document,
        variables: variables(),
        context: { ...context },
      })
      .pipe(
        map((result) => {
          if (result.error) throw asError(result.error);
          return result.data;
        }),
        retry({ delay: (_, attempt) => timer(reconnectDelay(attempt)), resetOnSuccess: true }),
        repeat({ delay: (count) => timer(reconnectDelay(count)) }),
      )
      .subscribe((data) => {
        if (data) options.onEvent(data);
      });
    onCleanup(() => subscription.unsubscribe());
  });
}

/** Calls back each time the live connection is ready, the first time included. */
export function onLiveConnected(handle: () => void): void {
  inject(LiveConnection).connected.pipe(takeUntilDestroyed()).subscribe(handle);
}

function asError(error: ErrorLike): Error {
  return error instanceof Error ? error : new Error(error.message);
}
