import { attemptKey, type AttemptStorage, endAttempt, unansweredCheckout } from './payment-attempt';

function memoryStorage(): AttemptStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

const input = {
  checkoutId: 'c1',
  paymentMethodCode: 'manual',
  totalAmount: '24.00',
  dueAmount: '24.00',
  currencyCode: 'GBP',
};

describe('payment attempt', () => {
  it('keeps its key for a retry of the same payment', () => {
    const storage = memoryStorage();

    expect(attemptKey(storage, input)).toBe(attemptKey(storage, { ...input }));
  });

  it('takes a new key when gift cards leave another amount to pay', () => {
    const storage = memoryStorage();

    expect(attemptKey(storage, input)).not.toBe(
      attemptKey(storage, { ...input, dueAmount: '4.00' }),
    );
  });

  it('takes a new key when the total has changed', () => {
    const storage = memoryStorage();

    expect(attemptKey(storage, input)).not.toBe(
      attemptKey(storage, { ...input, totalAmount: '25.00' }),
    );
  });

  it('takes a new key after a definite answer', () => {
    const storage = memoryStorage();
    const first = attemptKey(storage, input);

    endAttempt(storage);

    expect(attemptKey(storage, input)).not.toBe(first);
  });

  it('knows after a reload which payment was never answered', () => {
    const storage = memoryStorage();

    attemptKey(storage, input);
    expect(unansweredCheckout(storage)).toBe('c1');

    endAttempt(storage);
    expect(unansweredCheckout(storage)).toBeNull();
  });
});
