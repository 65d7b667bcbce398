import { computed, inject, Service, signal } from '@angular/core';
import { type Client, createClient } from 'graphql-ws';
import { Subject } from 'rxjs';

import { Session } from '../session/session';
import { GRAPH_SOCKET_URL } from './graph-address';
import { reconnectDelay } from './reconnect-delay';

/** `idle` while nothing is followed; `reconnecting` from a lost socket until the next one works. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting';

const pingSeconds = 10;
const pongWaitSeconds = 5;

/** The one WebSocket of the console: it comes back by itself for as long as somebody listens. */
@Service()
export class LiveConnection {
  private readonly session = inject(Session);
  private readonly url = inject(GRAPH_SOCKET_URL);
  private readonly current = signal<LiveState>('idle');
  private readonly opened = new Subject<void>();
  private pongTimer: ReturnType<typeof setTimeout> | undefined;

  readonly state = this.current.asReadonly();
  readonly isLive = computed(() => this.current() === 'live');

  /** Emits each time a socket is ready, the first time included. */
  readonly connected = this.opened.asObservable();

  readonly client: Client = createClient({
    url: this.url,
    connectionParams: async () => ({ accessToken: await this.session.freshAccessToken() }),
    keepAlive: pingSeconds * 1000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) => waitUntilWorthTrying(reconnectDelay(attempt)),
    on: {
      connecting: () =>
        this.current.update((state) => (state === 'idle' ? 'connecting' : 'reconnecting')),
      connected: () => {
        this.current.set('live');
        this.opened.next();
      },
      closed: (event) => {
        clearTimeout(this.pongTimer);
        const isOver = event instanceof CloseEvent && event.code === 1000;
        this.current.set(isOver ? 'idle' : 'reconnecting');
      },
      ping: (received) => {
        if (received) return;
        // A cut cable closes nothing: without an answer to our ping the socket counts as lost.
        this.pongTimer = setTimeout(() => this.client.terminate(), pongWaitSeconds * 1000);
      },
      pong: (received) => {
        if (received) clearTimeout(this.pongTimer);
      },
    },
  });
}

/** Waits, but not longer than until the browser says that the network is back. */
async function waitUntilWorthTrying(delayMilliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const done = () => resolve(undefined);
  const timer = setTimeout(done, delayMilliseconds);
  addEventListener('online', done, { once: true });
  await promise;
  clearTimeout(timer);
  removeEventListener('online', done);
}
