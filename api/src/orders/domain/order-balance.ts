import type { BookMoney } from './order-book';
import type { PaymentStatus } from './order-status';

/** Who owes whom what, in minor units; at most one of due and overpaid is not zero. */
export interface OrderBalance {
  /** What the shopper has to pay for what is left of the order. */
  readonly owedMinor: bigint;
  /** What the shop has and did not give back. It never gives back more. */
  readonly refundableMinor: bigint;
  /** Still to be paid. */
  readonly dueMinor: bigint;
  /** Paid, but no longer owed. */
  readonly overpaidMinor: bigint;
}

/** Works out the balance of an order. */
export function balanceOf(money: BookMoney): OrderBalance {
  const owedMinor = atLeastZero(money.totalMinor - money.cancelledMinor - money.creditedMinor);
  const refundableMinor = atLeastZero(money.capturedMinor - money.refundedMinor);
  return {
    owedMinor,
    refundableMinor,
    dueMinor: atLeastZero(owedMinor - refundableMinor),
    overpaidMinor: atLeastZero(refundableMinor - owedMinor),
  };
}

/** Where the money stands. While nothing was captured that is whatever was said before. */
export function paymentStatusOf(money: BookMoney, before: PaymentStatus): PaymentStatus {
  const { owedMinor, dueMinor } = balanceOf(money);
  if (money.capturedMinor === 0n) {
    const isUnpaid = before === 'PENDING' || before === 'AUTHORIZED';
    return isUnpaid && owedMinor === 0n && money.cancelledMinor > 0n ? 'VOIDED' : before;
  }
  if (money.refundedMinor >= money.capturedMinor) return 'REFUNDED';
  if (dueMinor > 0n) {
    const isHeld = before === 'AUTHORIZED' && money.authorizedMinor > 0n;
    return isHeld ? 'AUTHORIZED' : 'PARTIALLY_PAID';
  }
  return money.refundedMinor > 0n ? 'PARTIALLY_REFUNDED' : 'PAID';
}

function atLeastZero(amountMinor: bigint): bigint {
  return amountMinor > 0n ? amountMinor : 0n;
}
