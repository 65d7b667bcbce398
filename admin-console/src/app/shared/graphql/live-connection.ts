import { computed, inject, Service, signal } from '@angular/core';
import { type Client, CloseCode, createClient } from 'graphql-ws';
import { Subject } from 'rxjs';

import { Session } from '../session/session';
import { GRAPH_SOCKET_URL } from './graph-address';
import { reconnectDelay } from './reconnect-delay';

/** `idle` while nothing is followed; `reconnecting` from a lost socket until the next one works. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'reconnecting';

const pingSeconds = 10;
const pongWaitSeconds = 5;
const normalClosure = 1000;
const refusals: readonly number[] = [CloseCode.Unauthorized, CloseCode.Forbidden];

/** The one WebSocket of the console: it comes back by itself for as long as somebody listens. */
@Service()
export class LiveConnection {
  private readonly session = inject(Session);
  private readonly url = inject(GRAPH_SOCKET_URL);
  private readonly current = signal<LiveState>('idle');
  private readonly opened = new Subject<void>();
  private isRefused = false;
  private isUnanswered = false;
  private pongTimer: ReturnType<typeof setTimeout> | undefined;

  readonly state = this.current.asReadonly();
  readonly isLive = computed(() => this.current() === 'live');

  /** Emits each time a socket is ready, the first time included. */
  readonly connected = this.opened.asObservable();

  readonly client: Client = createClient({
    url: this.url,
    connectionParams: () => this.introduce(),
    keepAlive: pingSeconds * 1000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) => waitUntilWorthTrying(reconnectDelay(attempt)),
    on: {
      connecting: () =>
        this.current.update((state) => (state === 'idle' ? 'connecting' : 'reconnecting')),
      opened: () => {
        this.isUnanswered = true;
      },
      connected: () => {
        this.isUnanswered = false;
        this.current.set('live');
        this.opened.next();
      },
      closed: (event) => {
        clearTimeout(this.pongTimer);
        const code = event instanceof CloseEvent ? event.code : undefined;
        // A proxy may swallow the code, so a socket that closes instead of answering counts as well.
        this.isRefused = this.isUnanswered || (code !== undefined && refusals.includes(code));
        this.isUnanswered = false;
        this.current.set(code === normalClosure ? 'idle' : 'reconnecting');
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

  /** What a new socket says first; a token that the last one was refused for is not shown again. */
  private async introduce(): Promise<{ accessToken: string | undefined }> {
    if (this.isRefused) await this.session.renew().catch(() => undefined);
    return { accessToken: await this.session.freshAccessToken() };
  }
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
