import { addressMark } from './buyer.ts';
import { minorOf, type Money } from './money.ts';
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
      cancelledUnitsOf(orders),
      movedBy(ledger, 'CANCELLATION') - cancelledUnitsOf(foreign),
    ),
    compare(
      'money ordered',
      'money',
      own.orderedMinor,
      sumOf(orders, ({ cost }) => cost.total),
    ),
    compare(
      'money taken',
      'money',
      own.paidMinor,
      sumOf(orders, ({ balance }) => balance.captured),
    ),
    compare(
      'money refunded',
      'money',
      own.refundedMinor,
      sumOf(orders, ({ balance }) => balance.refunded),
    ),
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

function unitsOf(orders: readonly StaffOrder[]): bigint {
  return orders
    .flatMap(({ lines }) => lines)
    .reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
}

function cancelledUnitsOf(orders: readonly StaffOrder[]): bigint {
  return orders
    .flatMap(({ lines }) => lines)
    .reduce((sum, { cancelledQuantity }) => sum + BigInt(cancelledQuantity), 0n);
}

function sumOf(orders: readonly StaffOrder[], amountOf: (order: StaffOrder) => Money): bigint {
  return orders.reduce((sum, order) => sum + minorOf(amountOf(order)), 0n);
}

function movedBy(ledger: readonly LedgerEntry[], kind: string): bigint {
  return ledger
    .filter((entry) => entry.kind === kind)
    .reduce((sum, { units }) => sum + BigInt(units), 0n);
}
