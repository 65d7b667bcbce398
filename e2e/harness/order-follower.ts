import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One event of an order as a follower receives it. */
export interface FollowedEvent {
  readonly cursor: string;
  readonly sequence: number;
  readonly type: string;
}

/** Follows an order over the WebSocket of one address. */
export class OrderFollower {
  readonly events: FollowedEvent[] = [];
  private readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  /** Connects and begins to follow. */
  static async follow(
    url: string,
    { trackingToken, after }: { readonly trackingToken: string; readonly after?: string },
  ): Promise<OrderFollower> {
    const connected = Promise.withResolvers<true>();
    const client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: false,
      on: { connected: () => connected.resolve(true), error: (error) => connected.reject(error) },
    });
    await connected.promise;
    const follower = new OrderFollower(client);
    client.subscribe<{ orderEvents: FollowedEvent }>(
      {
        query: `subscription($trackingToken: String, $after: EventCursor) {
          orderEvents(trackingToken: $trackingToken, after: $after) { cursor sequence type }
        }`,
        variables: { trackingToken, after },
      },
      {
        next: ({ data }) => data && follower.events.push(data.orderEvents),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return follower;
  }

  /** The types of the events so far, in the order in which they came. */
  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  /** Hangs up. */
  async leave(): Promise<void> {
    await this.client.dispose();
  }
}
