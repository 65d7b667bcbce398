import {
  afterNextRender,
  computed,
  effect,
  inject,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';

import { backoffMs } from './backoff';
import { type RequestError, toRequestError } from './request-error';
import { Socket } from './socket';

// Refusals that would be the same the next time; all else is an outage that ends.
const FINAL_CODES: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
  'UNAUTHENTICATED',
]);

/** `live` only while connected; `failed` when the API refused the stream, which no retry can mend. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'failed';

/** A subscription as signals. */
export interface LiveEvents<TData> {
  /** Everything received, in order. */
  readonly events: Signal<readonly TData[]>;
  readonly latest: Signal<TData | undefined>;
  readonly state: Signal<LiveState>;
  readonly error: Signal<RequestError | undefined>;
  /** Forgets what was received and begins again with the present variables. */
  restart(): void;
}

/** What a live stream needs to know. */
export interface LiveEventsOptions<TData, TVariables> {
  /** Where to begin; `undefined` means: not now. */
  readonly variables: () => TVariables | undefined;
  /** Where to go on after a break, given the last event received. */
  readonly resume: (variables: TVariables, last: TData) => TVariables;
}

/** The one bridge from a subscription to signals: it reconnects for ever and goes on where it was cut off. */
export function liveEvents<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  options: LiveEventsOptions<TData, TVariables>,
): LiveEvents<TData> {
  const { client } = inject(Apollo);
  const socket = inject(Socket);

  const inBrowser = signal(false);
  afterNextRender(() => inBrowser.set(true));

  const events = signal<readonly TData[]>([]);
  const error = signal<RequestError | undefined>(undefined);
  const attempt = signal(0);
  const restarts = signal(0);
  const wanted = computed(options.variables, {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });

  const follow = (variables: TVariables): (() => void) => {
    let last: TData | undefined;
    let stopped = false;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let subscription: { unsubscribe(): void } | undefined;

    const retry = () => {
      if (stopped || retryTimer !== undefined) return;
      retryTimer = setTimeout(connect, backoffMs(untracked(attempt)));
      attempt.update((count) => count + 1);
    };
    const fail = (reason: unknown) => {
      const refusal = toRequestError(reason);
      if (!FINAL_CODES.has(refusal.code)) {
        retry();
        return;
      }
      error.set(refusal);
      stopped = true;
    };
    const connect = () => {
      clearTimeout(retryTimer);
      retryTimer = undefined;
      if (stopped) return;
      subscription?.unsubscribe();
      subscription = client
        .subscribe({
          query,
          variables: last === undefined ? variables : options.resume(variables, last),
        })
        .subscribe({
          next: (result) => {
            if (result.error || result.data === undefined) {
              fail(result.error);
              return;
            }
            const received = result.data;
            last = received;
            attempt.set(0);
            events.update((all) => [...all, received]);
          },
          error: fail,
          complete: retry,
        });
    };
    const connectNow = () => {
      if (retryTimer !== undefined) connect();
    };

    addEventListener('online', connectNow);
    connect();
    return () => {
      stopped = true;
      clearTimeout(retryTimer);
      removeEventListener('online', connectNow);
      subscription?.unsubscribe();
    };
  };

  effect((onCleanup) => {
    restarts();
    const variables = wanted();
    if (!inBrowser() || !variables) return;
    untracked(() => {
      events.set([]);
      error.set(undefined);
      attempt.set(0);
      onCleanup(follow(variables));
    });
  });

  // Each break begins with a short wait again, also when nothing happened in between.
  effect(() => {
    if (socket.isConnected()) attempt.set(0);
  });

  return {
    events: events.asReadonly(),
    latest: computed(() => events().at(-1)),
    state: computed(() => {
      if (error()) return 'failed';
      if (!wanted() || !inBrowser()) return 'idle';
      if (socket.isConnected()) return 'live';
      return attempt() === 0 ? 'connecting' : 'reconnecting';
    }),
    error: error.asReadonly(),
    restart: () => restarts.update((count) => count + 1),
  };
}
