import { randomUUID } from 'node:crypto';

import { Audience } from '../load/audience.ts';
import { failedRun, type MeasuredRun } from '../load/generate-load.ts';
import { granted, GraphqlConnection } from '../load/graphql-connection.ts';
import { type Follow, followBySocket, followByStream } from '../load/order-feed.ts';
import { toRun } from '../results.ts';
import type { Stage } from '../stage.ts';
import { buy, type Order, type Shelf } from './buying.ts';
import { operations } from './operations.ts';
import type { Scenario } from './scenario.ts';

/** Who moves the order along. */
export interface StaffLogin {
  readonly email: string;
  readonly password: string;
}

const deliveryLimitMs = 20_000;
/** The first step shows that everybody listens; the others are measured. */
const firstStep = 'CONFIRM';
const measuredSteps = ['START_PROCESSING', 'SHIP', 'DELIVER'] as const;

/** Many who follow one order: from the event's own time to its arrival at each of them. */
export function followingScenarios(stage: Stage, subscribers: number): Scenario[] {
  const ways = [
    { id: 'fan-out', way: 'WebSockets', follow: followBySocket },
    { id: 'fan-out-sse', way: 'event streams', follow: followByStream },
  ];
  return ways.map(({ id, way, follow }) => ({
    id,
    title: `one order to ${subscribers.toLocaleString('en-GB')} ${way}`,
    group: 'live',
    target: { of: 'p99', atMost: 250 },
    run: async () => {
      const [{ port }] = await stage.cached();
      const [staff, shelf] = [await stage.staff(), await stage.shelf()];
      return fanOut({ port, subscribers, staff, shelf, follow });
    },
  }));
}

interface FanOut {
  readonly port: number;
  readonly subscribers: number;
  readonly staff: StaffLogin;
  readonly shelf: Shelf;
  readonly follow: Follow;
}

async function fanOut(options: FanOut): Promise<MeasuredRun> {
  const { port, subscribers, staff, shelf, follow } = options;
  const shopper = await GraphqlConnection.open(port);
  const order = await buy(shopper, shelf);
  shopper.close();
  const clerk = await Clerk.signIn(port, staff);
  const audience = new Audience(port, follow);
  try {
    // Each asks for what follows the placing, so none can miss a step by coming late.
    const { trackingToken, events } = order;
    audience.gather({ trackingToken, after: events.at(-1)?.cursor }, subscribers);
    await clerk.move(order, firstStep);
    await audience.everybodyHas(1, deliveryLimitMs);
    const delays: number[] = [];
    let busyMs = 0;
    for (const [index, step] of measuredSteps.entries()) {
      audience.forget();
      await clerk.move(order, step);
      await audience.everybodyHas(index + 2, deliveryLimitMs);
      delays.push(...audience.delays);
      busyMs += Math.max(0, ...audience.delays);
    }
    return { run: toRun(delays, busyMs / 1_000, 0), operations: delays.length };
  } catch (error) {
    return failedRun(error, audience.errors + 1);
  } finally {
    await audience.dismiss();
    clerk.leave();
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
