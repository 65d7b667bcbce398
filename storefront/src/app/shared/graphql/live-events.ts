import {
  DestroyRef,
  type Signal,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Apollo } from 'apollo-angular';
import { backoffMs } from './backoff';
import { type RequestError, toRequestError } from './request-error';
import { Socket } from './socket';

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
      if (!CombinedGraphQLErrors.is(reason)) return retry();
      error.set(toRequestError(reason));
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
        } as Parameters<typeof client.subscribe<TData, TVariables>>[0])
        .subscribe({
          next: (result) => {
            if (result.error) return fail(result.error);
            last = result.data as TData;
            const received = last;
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

  inject(DestroyRef).onDestroy(() => events.set([]));

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
