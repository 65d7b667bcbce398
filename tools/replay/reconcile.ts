import { addressMark } from './buyer.ts';
import { minorOf } from './money.ts';
import type { LedgerEntry, StaffOrder } from './staff.ts';

/** What the replay itself did, by its own sums. */
export interface OwnSums {
  readonly orders: number;
  readonly unitsSold: bigint;
  readonly unitsReturned: bigint;
  readonly orderedMinor: bigint;
  readonly paidMinor: bigint;
  readonly refundedMinor: bigint;
}

/** One figure according to each witness; a witness that cannot know it is absent. */
export interface Comparison {
  readonly figure: string;
  readonly unit: 'count' | 'money';
  readonly replay: bigint;
  readonly orders: bigint;
  readonly ledger?: bigint;
  readonly agrees: boolean;
}

export interface Reconciliation {
  readonly comparisons: readonly Comparison[];
  /** Orders placed by somebody else in the meantime; their units are taken out of the ledger's. */
  readonly foreignOrders: number;
  readonly agrees: boolean;
}

/** Holds the replay's sums, the orders as staff read them and the stock ledger together. */
export function reconcile(
  run: string,
  own: OwnSums,
  ordersInPeriod: readonly StaffOrder[],
  ledger: readonly LedgerEntry[],
): Reconciliation {
  const mark = addressMark(run, '');
  const isOwn = ({ shippingAddress }: StaffOrder) =>
    shippingAddress.line2?.startsWith(mark) ?? false;
  const orders = ordersInPeriod.filter(isOwn);
  const foreign = ordersInPeriod.filter((order) => !isOwn(order));
  const cancelled = orders.filter(isCancelled);
  const comparisons = [
    compare('orders', 'count', BigInt(own.orders), BigInt(orders.length)),
    compare(
      'units sold',
      'count',
      own.unitsSold,
      unitsOf(orders),
      -movedBy(ledger, 'SALE') - unitsOf(foreign),
    ),
    compare(
      'units returned',
      'count',
      own.unitsReturned,
      unitsOf(cancelled),
      movedBy(ledger, 'CANCELLATION') - unitsOf(foreign.filter(isCancelled)),
    ),
    compare('money ordered', 'money', own.orderedMinor, totalOf(orders)),
    compare('money taken', 'money', own.paidMinor, totalOf(orders.filter(wasPaid))),
    compare('money refunded', 'money', own.refundedMinor, totalOf(orders.filter(wasRefunded))),
  ];
  return {
    comparisons,
    foreignOrders: foreign.length,
    agrees: comparisons.every(({ agrees }) => agrees),
  };
}

function compare(
  figure: string,
  unit: Comparison['unit'],
  replay: bigint,
  orders: bigint,
  ledger?: bigint,
): Comparison {
  const agrees = replay === orders && (ledger === undefined || ledger === orders);
  return { figure, unit, replay, orders, agrees, ...(ledger === undefined ? {} : { ledger }) };
}

function isCancelled({ status }: StaffOrder): boolean {
  return status === 'CANCELLED';
}

function wasRefunded({ paymentStatus }: StaffOrder): boolean {
  return paymentStatus === 'REFUNDED';
}

function wasPaid(order: StaffOrder): boolean {
  return order.paymentStatus === 'PAID' || wasRefunded(order);
}

function unitsOf(orders: readonly StaffOrder[]): bigint {
  return orders
    .flatMap(({ lines }) => lines)
    .reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
}

function totalOf(orders: readonly StaffOrder[]): bigint {
  return orders.reduce((sum, { cost }) => sum + minorOf(cost.total), 0n);
}

function movedBy(ledger: readonly LedgerEntry[], kind: string): bigint {
  return ledger
    .filter((entry) => entry.kind === kind)
    .reduce((sum, { units }) => sum + BigInt(units), 0n);
}
