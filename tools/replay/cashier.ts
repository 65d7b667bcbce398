import { type Buyer, type PlacedOrder, Refused } from './buyer.ts';
import { CallFailed } from './graphql-endpoint.ts';
import { minorOf } from './money.ts';
import { type ReplayPlan, Tally } from './plan.ts';
import type { OwnSums } from './reconcile.ts';
import { shareOf } from './share.ts';
import type { Staff, StaffOrderLine } from './staff.ts';

type Cancellation = ReplayPlan['cancellations'][number];

/** What was taken back of an order. */
interface Returned {
  readonly units: number;
  readonly minor: bigint;
}

/** Sells and takes back, and keeps the replay's own books. */
export class Cashier {
  private readonly buyer: Buyer;
  private readonly staff: Staff;
  private readonly placed = new Map<string, PlacedOrder>();
  private readonly paid = new Set<string>();
  private readonly returned = new Map<string, Returned>();
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
    if (!('originalNumber' in cancellation)) {
      this.cancellations.add(cancellation.kind);
      return;
    }
    const original = this.placed.get(cancellation.originalNumber);
    if (!original) {
      this.cancellations.add('the original was not placed');
      return;
    }
    await unlessRefused(async () => {
      if (cancellation.kind === 'whole order') {
        await this.staff.cancel(original.id, cancellation.invoiceNumber);
        const { units, totalMinor: minor } = original;
        this.returned.set(original.invoiceNumber, { units, minor });
        this.cancellations.add('order cancelled');
      } else {
        await this.takeBackPart(original, cancellation);
        this.cancellations.add('part of an order cancelled');
      }
    }, this.cancellations);
  }

  private async takeBackPart(
    original: PlacedOrder,
    { units, invoiceNumber }: Extract<Cancellation, { readonly units: unknown }>,
  ): Promise<void> {
    const known = await this.staff.linesOf(original.id);
    const parts = known.flatMap((line) => {
      const quantity = units.get(line.sku) ?? 0;
      return quantity > 0 ? [{ line, quantity }] : [];
    });
    const wanted = parts.map(({ line, quantity }) => ({ lineId: line.id, quantity }));
    await this.staff.cancelLines(original.id, wanted, invoiceNumber);
    const before = this.returned.get(original.invoiceNumber) ?? { units: 0, minor: 0n };
    this.returned.set(original.invoiceNumber, {
      units: parts.reduce((sum, { quantity }) => sum + quantity, before.units),
      minor: parts.reduce((sum, part) => sum + worthOf(part), before.minor),
    });
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
    const returnedOf = ({ invoiceNumber }: PlacedOrder) => this.returned.get(invoiceNumber);
    return {
      orders: all.length,
      unitsSold: unitsOf(all),
      unitsReturned: all.reduce((sum, order) => sum + BigInt(returnedOf(order)?.units ?? 0), 0n),
      orderedMinor: totalOf(all),
      paidMinor: totalOf(paid),
      refundedMinor: paid.reduce((sum, order) => sum + (returnedOf(order)?.minor ?? 0n), 0n),
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

/** What units of a line cost, by the buyer's own sums: those that follow the ones that were cancelled before. */
function worthOf({ line, quantity }: { readonly line: StaffOrderLine; readonly quantity: number }) {
  return shareOf(minorOf(line.cost.total), line.quantity, line.cancelledQuantity, quantity);
}
