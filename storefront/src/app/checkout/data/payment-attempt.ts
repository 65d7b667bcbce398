/** The part of `Storage` an attempt needs. */
export type AttemptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Everything that must stay the same for a retry to be the same payment. */
export interface AttemptInput {
  readonly checkoutId: string;
  readonly paymentMethodCode: string;
  readonly totalAmount: string;
  /** What gift cards leave to pay. */
  readonly dueAmount: string;
  readonly currencyCode: string;
}

const STORAGE_KEY = 'payment-attempt';

/**
 * The idempotency key of this payment. A retry, also after a reload, gets the same key and can
 * therefore never pay twice; a changed total or method is another payment and gets a new one.
 */
export function attemptKey(storage: AttemptStorage, input: AttemptInput): string {
  const fingerprint = fingerprintOf(input);
  const [kept, key] = (storage.getItem(STORAGE_KEY) ?? '').split('\n');
  if (kept === fingerprint && key) {
    return key;
  }
  const fresh = crypto.randomUUID();
  storage.setItem(STORAGE_KEY, `${fingerprint}\n${fresh}`);
  return fresh;
}

/** The checkout whose payment was sent and never answered, such as before a reload. */
export function unansweredCheckout(storage: AttemptStorage): string | null {
  return storage.getItem(STORAGE_KEY)?.split('|')[0] ?? null;
}

/** Ends the attempt, once the server has given a definite answer. */
export function endAttempt(storage: AttemptStorage): void {
  storage.removeItem(STORAGE_KEY);
}

function fingerprintOf(input: AttemptInput): string {
  const { checkoutId, paymentMethodCode, totalAmount, dueAmount, currencyCode } = input;
  return [checkoutId, paymentMethodCode, totalAmount, dueAmount, currencyCode].join('|');
}
