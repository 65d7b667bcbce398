export type CheckoutStatus =
  | 'CREATED'
  | 'LOCKED'
  | 'PAYMENT_PENDING'
  | 'PAYMENT_CONFIRMED'
  | 'ORDER_CREATED'
  | 'COMPLETED'
  | 'EXPIRED'
  | 'CANCELLED';

/**
 * Which status may follow which. LOCKED → CREATED reopens a checkout whose shopper edits it again, and
 * PAYMENT_PENDING → LOCKED is a declined payment that may be tried another way. EXPIRED → PAYMENT_PENDING is a payment
 * that arrives too late, for goods that are still there. The database holds the same table; a test compares the two.
 */
export const checkoutSteps: Readonly<Record<CheckoutStatus, readonly CheckoutStatus[]>> = {
  CREATED: ['LOCKED', 'EXPIRED', 'CANCELLED'],
  LOCKED: ['CREATED', 'PAYMENT_PENDING', 'EXPIRED', 'CANCELLED'],
  PAYMENT_PENDING: ['PAYMENT_CONFIRMED', 'LOCKED'],
  PAYMENT_CONFIRMED: ['ORDER_CREATED'],
  ORDER_CREATED: ['COMPLETED'],
  COMPLETED: [],
  EXPIRED: ['PAYMENT_PENDING'],
  CANCELLED: [],
};

/** Whether the shopper can still change or pay it. */
export function isOpen(status: CheckoutStatus): boolean {
  return status === 'CREATED' || status === 'LOCKED';
}

/** Whether stock is held for it. */
export function holdsStock(status: CheckoutStatus): boolean {
  return status === 'LOCKED' || status === 'PAYMENT_PENDING' || status === 'PAYMENT_CONFIRMED';
}

/** How long stock is held while the shopper looks at the payment step. */
export const RESERVATION_MINUTES = 15;

/** Until when stock is held from now on. */
export function reservedUntil(now: Date): Date {
  return new Date(now.getTime() + RESERVATION_MINUTES * 60_000);
}
