/** What can go back of a payment. */
export interface RefundablePayment {
  readonly id: string;
  readonly providerCode: string;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
}

/** What goes back of one payment. */
export interface RefundPart {
  readonly paymentId: string;
  readonly amountMinor: bigint;
}

/** The code of payments that were made with a gift card. */
export const GIFT_CARD = 'gift-card';

/** What can go back of all of them together. */
export function refundableMinor(payments: readonly RefundablePayment[]): bigint {
  return payments.reduce((sum, payment) => sum + leftOf(payment), 0n);
}

/**
 * Shares an amount that goes back over payments: first to those through providers, oldest first, the rest to gift cards.
 * Undefined when more is asked for than was captured and has not gone back yet.
 */
export function shareRefund(
  payments: readonly RefundablePayment[],
  amountMinor: bigint,
): readonly RefundPart[] | undefined {
  if (amountMinor <= 0n || amountMinor > refundableMinor(payments)) return undefined;
  let left = amountMinor;
  const parts: RefundPart[] = [];
  for (const payment of [...payments].sort((one, other) => rank(one) - rank(other))) {
    const available = leftOf(payment);
    const part = available < left ? available : left;
    if (part > 0n) parts.push({ paymentId: payment.id, amountMinor: part });
    left -= part;
  }
  return parts;
}

function leftOf({ capturedMinor, refundedMinor }: RefundablePayment): bigint {
  return capturedMinor - refundedMinor;
}

function rank({ providerCode }: RefundablePayment): number {
  return providerCode === GIFT_CARD ? 1 : 0;
}
