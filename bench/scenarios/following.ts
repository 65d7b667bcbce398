import { randomUUID } from 'node:crypto';

import { type Client as Socket, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

import type { MeasuredRun } from '../load/generate-load.ts';
import { granted, GraphqlConnection } from '../load/graphql-connection.ts';
import { toRun } from '../results.ts';
import { buy, type Order, type Shelf } from './buying.ts';
import { operations } from './operations.ts';
import type { Scenario } from './scenario.ts';

/** Who moves the order along. */
export interface StaffLogin {
  readonly email: string;
  readonly password: string;
}

interface FanOut {
  readonly port: number;
  readonly subscribers: number;
  readonly staff: StaffLogin;
  readonly shelf: Shelf;
}

const deliveryLimitMs = 20_000;
/** The first step shows that everybody listens; the others are measured. */
const firstStep = 'CONFIRM';
const measuredSteps = ['START_PROCESSING', 'SHIP', 'DELIVER'] as const;

/** Many who follow one order: from the event's own time to its arrival at each of them. */
export function followingScenario(options: FanOut): Scenario {
  return {
    id: 'fan-out',
    title: `Fan-out of one order to ${options.subscribers}`,
    run: () => fanOut(options),
  };
}

async function fanOut({ port, subscribers, staff, shelf }: FanOut): Promise<MeasuredRun> {
  const shopper = await GraphqlConnection.open(port);
  const order = await buy(shopper, shelf);
  shopper.close();
  const clerk = await Clerk.signIn(port, staff);
  const audience = new Audience(port, order);
  try {
    audience.gather(subscribers);
    await clerk.move(order, firstStep);
    await audience.everybodyHas(1);
    const delays: number[] = [];
    let busyMs = 0;
    for (const [index, step] of measuredSteps.entries()) {
      audience.forget();
      await clerk.move(order, step);
      await audience.everybodyHas(index + 2);
      delays.push(...audience.delays);
      busyMs += Math.max(0, ...audience.delays);
    }
    return { run: toRun(delays, busyMs / 1_000, audience.errors), ...failureOf(audience) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { run: toRun([], 0, audience.errors + 1), failure };
  } finally {
    await audience.dismiss();
    clerk.leave();
  }
}

function failureOf({ failure }: Audience): { failure?: string } {
  return failure === undefined ? {} : { failure };
}

/** Everybody who follows the order. */
class Audience {
  readonly delays: number[] = [];
  errors = 0;
  failure: string | undefined;
  private readonly port: number;
  private readonly order: Order;
  private readonly sockets: Socket[] = [];
  private deliveries = 0;
  private isDismissed = false;
  private wake: () => void = () => undefined;

  constructor(port: number, order: Order) {
    this.port = port;
    this.order = order;
  }

  /** Opens the sockets. Each asks for what follows the placing, so none can miss a step by coming late. */
  gather(count: number): void {
    const { trackingToken, events } = this.order;
    const variables = { trackingToken, after: events.at(-1)?.cursor };
    for (let index = 0; index < count; index += 1) {
      const socket = createClient({
        url: `ws://127.0.0.1:${this.port}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      });
      this.sockets.push(socket);
      socket.subscribe<{ orderEvents: { occurredAt: string } }>(
        { query: operations.orderEvents, variables },
        {
          next: ({ data, errors }) => {
            if (data) this.deliver(data.orderEvents.occurredAt);
            else this.fail(JSON.stringify(errors));
          },
          error: (error) => this.fail(error),
          complete: () => this.fail('a subscription ended'),
        },
      );
    }
  }

  /** Waits until each has received so many events. */
  async everybodyHas(events: number): Promise<void> {
    const wanted = events * this.sockets.length;
    const timer = setTimeout(() => this.wake(), deliveryLimitMs);
    const deadline = Date.now() + deliveryLimitMs;
    while (this.deliveries < wanted && this.errors === 0 && Date.now() < deadline) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    clearTimeout(timer);
    if (this.failure !== undefined) throw new Error(this.failure);
    if (this.deliveries !== wanted) {
      throw new Error(`${this.deliveries} of ${wanted} deliveries came.`);
    }
  }

  forget(): void {
    this.delays.length = 0;
  }

  async dismiss(): Promise<void> {
    this.isDismissed = true;
    for (const socket of this.sockets) await socket.dispose();
  }

  private deliver(occurredAt: string): void {
    this.delays.push(Date.now() - Date.parse(occurredAt));
    this.deliveries += 1;
    if (this.deliveries % this.sockets.length === 0) this.wake();
  }

  private fail(reason: unknown): void {
    if (this.isDismissed) return;
    this.errors += 1;
    this.failure ??= reason instanceof Error ? reason.message : String(reason);
    this.wake();
  }
}

/** A member of staff. */
class Clerk {
  private readonly connection: GraphqlConnection;
  private readonly headers: Readonly<Record<string, string>>;

  private constructor(connection: GraphqlConnection, accessToken: string) {
    this.connection = connection;
    this.headers = { authorization: `Bearer ${accessToken}` };
  }

  static async signIn(port: number, login: StaffLogin): Promise<Clerk> {
    const connection = await GraphqlConnection.open(port, '/graphql/admin');
    const { data } = await connection.send<{
      staffSessionCreate: {
        readonly session: { readonly accessToken: string } | null;
        readonly userErrors: readonly { readonly code: string; readonly message: string }[];
      };
    }>(operations.staffSessionCreate, { input: login });
    const { session } = granted(data.staffSessionCreate);
    if (!session) throw new Error('The staff sign-in gave no session.');
    return new Clerk(connection, session.accessToken);
  }

  async move(order: Order, transition: string): Promise<void> {
    const input = { orderId: order.id, transition, idempotencyKey: randomUUID() };
    const { data } = await this.connection.send<{
      orderTransition: {
        readonly userErrors: readonly { readonly code: string; readonly message: string }[];
      };
    }>(operations.orderTransition, { input }, this.headers);
    granted(data.orderTransition);
  }

  leave(): void {
    this.connection.close();
  }
}
