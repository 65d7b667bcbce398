import { randomBytes } from 'node:crypto';

import { Buyer, type PlacedOrder, Refused } from './buyer.ts';
import { readCatalogue, readShop } from './catalogue.ts';
import { CallFailed, GraphqlEndpoint } from './graphql-endpoint.ts';
import { inParallel } from './in-parallel.ts';
import type { Invoice } from './invoices.ts';
import type { ReplayOptions } from './options.ts';
import { planReplay, type ReplayPlan, Tally } from './plan.ts';
import { ProgressBar } from './progress-bar.ts';
import { reconcile, type Reconciliation } from './reconcile.ts';
import { shopTime } from './shop-clock.ts';
import { Staff } from './staff.ts';
import { Timings } from './timings.ts';

/** Everything a run came to. */
export interface RunResult {
  readonly plan: ReplayPlan;
  readonly currencyCode: string;
  readonly placed: number;
  readonly placingSeconds: number;
  /** Invoices that did not become orders, by reason. */
  readonly refused: ReadonlyMap<string, number>;
  /** What became of the file's cancellations. */
  readonly cancellations: ReadonlyMap<string, number>;
  /** Orders whose payment could not be recorded, by reason. */
  readonly unpaid: ReadonlyMap<string, number>;
  readonly timings: ReturnType<Timings['summary']>;
  readonly reconciliation: Reconciliation;
}

type RunOptions = Pick<ReplayOptions, 'url' | 'concurrency' | 'staff'>;

/** Plays invoices against a running shop: first all orders with their payments, then the cancellations. */
export async function runReplay(
  invoices: readonly Invoice[],
  { url, concurrency, staff: login }: RunOptions,
  say: (line: string) => void,
): Promise<RunResult> {
  const run = randomBytes(4).toString('hex');
  const timings = new Timings();
  const shop = new GraphqlEndpoint(new URL('/graphql', url), timings);
  const staff = new Staff(new GraphqlEndpoint(new URL('/graphql/admin', url), timings), login, run);
  await staff.signIn();
  const facts = await readShop(shop);
  const catalogue = await readCatalogue(shop);
  const plan = planReplay(invoices, { skus: catalogue, countryCodes: facts.countryCodes });
  say(
    `Run ${run} on ${facts.name}: ${catalogue.size} SKUs, ${plan.orders.length} orders to place.`,
  );

  const from = (await shopTime(shop)).toISOString();
  const till = new Cashier(new Buyer(shop, facts, catalogue, run), staff);
  const placing = new ProgressBar('Orders', plan.orders.length);
  await inParallel(plan.orders, concurrency, async (order) => {
    await till.sell(order);
    placing.step();
  });
  const placingSeconds = placing.stop();
  for (const cancellation of plan.cancellations) await till.takeBack(cancellation);
  // The end is exclusive, and the last movement may be of this very millisecond.
  const to = new Date((await shopTime(shop)).getTime() + 1).toISOString();

  const orders = await staff.orders({ from, to });
  const ledger = await staff.ledger({ from, to });
  return {
    ...till.result(plan),
    plan,
    currencyCode: facts.currencyCode,
    placingSeconds,
    timings: timings.summary(),
    reconciliation: reconcile(run, till.sums(), orders, ledger),
  };
}

/** Sells and takes back, and keeps the replay's own books. */
class Cashier {
  private readonly buyer: Buyer;
  private readonly staff: Staff;
  private readonly placed = new Map<string, PlacedOrder>();
  private readonly paid = new Set<string>();
  private readonly returned = new Set<string>();
  private readonly refusals = new Tally();
  private readonly unpaid = new Tally();
  private readonly cancellations = new Tally();

  constructor(buyer: Buyer, staff: Staff) {
    this.buyer = buyer;
    this.staff = staff;
  }

  async sell(planned: ReplayPlan['orders'][number]): Promise<void> {
    const { invoiceNumber } = planned;
    const order = await unlessRefused(() => this.buyer.buy(planned), this.refusals);
    if (!order) return;
    this.placed.set(invoiceNumber, order);
    await unlessRefused(async () => {
      await this.staff.markPaid(order.id, invoiceNumber);
      this.paid.add(invoiceNumber);
    }, this.unpaid);
  }

  async takeBack(cancellation: ReplayPlan['cancellations'][number]): Promise<void> {
    if (cancellation.kind !== 'whole order') {
      this.cancellations.add(cancellation.kind);
      return;
    }
    const { originalNumber, invoiceNumber } = cancellation;
    const original = this.placed.get(originalNumber);
    if (!original) {
      this.cancellations.add('the original was not placed');
      return;
    }
    await unlessRefused(async () => {
      await this.staff.cancel(original.id, invoiceNumber);
      this.returned.add(originalNumber);
      this.cancellations.add('order cancelled');
    }, this.cancellations);
  }

  result({ refused }: ReplayPlan) {
    for (const [reason, count] of refused) this.refusals.add(reason, count);
    return {
      placed: this.placed.size,
      refused: this.refusals.counts,
      cancellations: this.cancellations.counts,
      unpaid: this.unpaid.counts,
    };
  }

  sums() {
    const all = [...this.placed.values()];
    const paid = all.filter(({ invoiceNumber }) => this.paid.has(invoiceNumber));
    const isReturned = ({ invoiceNumber }: PlacedOrder) => this.returned.has(invoiceNumber);
    return {
      orders: all.length,
      unitsSold: unitsOf(all),
      unitsReturned: unitsOf(all.filter(isReturned)),
      orderedMinor: totalOf(all),
      paidMinor: totalOf(paid),
      refundedMinor: totalOf(paid.filter(isReturned)),
    };
  }
}

/** Does something that the shop may refuse or fail to do, and counts the reason when it does. */
async function unlessRefused<T>(work: () => Promise<T>, reasons: Tally): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused || error instanceof CallFailed)) throw error;
    reasons.add(error.message.replace(/ \(request .*\)$/, ''));
    return undefined;
  }
}

function unitsOf(orders: readonly PlacedOrder[]): bigint {
  return orders.reduce((sum, { units }) => sum + BigInt(units), 0n);
}

function totalOf(orders: readonly PlacedOrder[]): bigint {
  return orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0n);
}
