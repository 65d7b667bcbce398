/** ABANDONED: given up before the provider took anything; what it takes nevertheless is taken late. */
export type PaymentState =
  'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'DECLINED' | 'ABANDONED' | 'VOIDED' | 'REFUNDED';

/**
 * Which state may follow which. Nothing ends a payment for good that its provider can still take: a card may be charged
 * late, and a refund may come back. The database holds the same table; a test compares the two.
 */
export const paymentSteps: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  PENDING: ['AUTHORIZED', 'CAPTURED', 'DECLINED', 'ABANDONED', 'VOIDED'],
  DECLINED: ['AUTHORIZED', 'CAPTURED', 'VOIDED'],
  ABANDONED: ['AUTHORIZED', 'CAPTURED', 'VOIDED'],
  AUTHORIZED: ['CAPTURED', 'VOIDED'],
  VOIDED: ['CAPTURED'],
  CAPTURED: ['REFUNDED'],
  REFUNDED: ['CAPTURED'],
};

/** States in which nobody waits for anything and no money is kept. */
export const restingStates: readonly PaymentState[] = [
  'DECLINED',
  'ABANDONED',
  'VOIDED',
  'REFUNDED',
];
