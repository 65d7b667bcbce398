import { type Buyer, type PlacedOrder, Refused } from './buyer.ts';
import { CallFailed } from './graphql-endpoint.ts';
import { type ReplayPlan, Tally } from './plan.ts';
import type { OwnSums } from './reconcile.ts';
import type { Staff } from './staff.ts';

/** Sells and takes back, and keeps the replay's own books. */
export class Cashier {
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

  sums(): OwnSums {
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
