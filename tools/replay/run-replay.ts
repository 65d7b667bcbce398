import { randomBytes } from 'node:crypto';

import { Refusal } from '../launcher/refusal.ts';
import { Buyer } from './buyer.ts';
import { Cashier } from './cashier.ts';
import { readCatalogue, readShop } from './catalogue.ts';
import { CallFailed, GraphqlEndpoint } from './graphql-endpoint.ts';
import { inParallel } from './in-parallel.ts';
import type { Invoice } from './invoices.ts';
import type { ReplayOptions } from './options.ts';
import { planReplay, type ReplayPlan } from './plan.ts';
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
  await signIn(staff, url);
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

/** The first call: whether there is a shop at all is told in a sentence of its own. */
async function signIn(staff: Staff, url: URL): Promise<void> {
  try {
    await staff.signIn();
  } catch (error) {
    if (!(error instanceof CallFailed) || error.code !== 'UNREACHABLE') throw error;
    throw new Refusal(
      `No shop answers at ${url.origin}; start one with \`npm start\`, or name its address with --url.`,
      { cause: error },
    );
  }
}
