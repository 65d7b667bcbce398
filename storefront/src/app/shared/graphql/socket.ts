import { DestroyRef, inject, Service, signal } from '@angular/core';
import { type Client, createClient } from 'graphql-ws';

import { AccessToken } from '#shared/session/access-token';

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const CLOSE_IDLE_AFTER_MS = 3_000;

/** The one WebSocket of the shop: opened by the first live stream, closed after the last. Browser only. */
@Service()
export class Socket {
  private readonly token = inject(AccessToken);
  private readonly connected = signal(false);
  private opened: Client | undefined;

  readonly isConnected = this.connected.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.opened?.terminate());
  }

  get client(): Client {
    return (this.opened ??= this.open());
  }

  /** Drops the connection, so that live streams come back with the present identity. */
  reconnect(): void {
    this.opened?.terminate();
  }

  private open(): Client {
    let pongTimer: ReturnType<typeof setTimeout> | undefined;
    const client = createClient({
      url: () => new URL('/graphql', location.href).href.replace(/^http/, 'ws'),
      connectionParams: async () => {
        const accessToken = await this.token.fresh();
        return accessToken ? { accessToken } : {};
      },
      lazyCloseTimeout: CLOSE_IDLE_AFTER_MS,
      keepAlive: PING_EVERY_MS,
      // Live streams retry by themselves: only they know after which event to go on.
      retryAttempts: 0,
      on: {
        connected: () => this.connected.set(true),
        closed: () => {
          clearTimeout(pongTimer);
          this.connected.set(false);
        },
        ping: (received) => {
          // A network that is gone does not close the socket; a pong that does not come tells.
          if (!received) pongTimer = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
        },
        pong: (received) => {
          if (received) clearTimeout(pongTimer);
        },
      },
    });
    addEventListener('offline', () => client.terminate());
    return client;
  }
}
