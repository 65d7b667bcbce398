import { refundableMinor } from './share-refund';

/** A payment as its order sees it. */
export interface OrderPayment {
  readonly id: string;
  readonly orderId: string | null;
  readonly providerCode: string;
  readonly state: string;
  readonly amountMinor: bigint;
  readonly capturedMinor: bigint;
  /** What went back or is on its way. */
  readonly refundedMinor: bigint;
}

/** A part of a refund. */
export interface OrderRefundPart {
  readonly paymentId: string;
  readonly refundId: string;
  readonly amountMinor: bigint;
  readonly state: 'PENDING' | 'DONE' | 'FAILED';
}

/** What was promised, captured and given back for an order, in minor units. */
export interface OrderPayments {
  readonly payments: readonly OrderPayment[];
  readonly refunds: readonly OrderRefundPart[];
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  /** What has gone back. */
  readonly refundedMinor: bigint;
  /** What is on its way back. */
  readonly pendingRefundMinor: bigint;
  /** What can still go back. */
  readonly refundableMinor: bigint;
}

/** Adds up the payments and refunds of several orders. */
export function sumUp(
  orderIds: readonly string[],
  all: { readonly payments: readonly OrderPayment[]; readonly refunds: readonly OrderRefundPart[] },
): ReadonlyMap<string, OrderPayments> {
  const byOrder = Map.groupBy(all.payments, ({ orderId }) => orderId);
  const byPayment = Map.groupBy(all.refunds, ({ paymentId }) => paymentId);
  return new Map(
    orderIds.map((orderId) => {
      const payments = byOrder.get(orderId) ?? [];
      const refunds = payments.flatMap(({ id }) => byPayment.get(id) ?? []);
      return [orderId, summed(payments, refunds)];
    }),
  );
}

function summed(
  payments: readonly OrderPayment[],
  refunds: readonly OrderRefundPart[],
): OrderPayments {
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((one, two) => one + two, 0n);
  const inState = (state: OrderRefundPart['state']): bigint =>
    sum(refunds.filter((part) => part.state === state).map(({ amountMinor }) => amountMinor));
  const promised = payments.filter(({ state }) => state === 'AUTHORIZED');
  return {
    payments,
    refunds,
    authorizedMinor: sum(promised.map(({ amountMinor }) => amountMinor)),
    capturedMinor: sum(payments.map(({ capturedMinor }) => capturedMinor)),
    refundedMinor: inState('DONE'),
    pendingRefundMinor: inState('PENDING'),
    refundableMinor: refundableMinor(payments),
  };
}
