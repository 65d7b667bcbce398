import { type CheckoutStatus, checkoutSteps, holdsStock, isOpen } from './checkout-state';
import { missingDetails } from './completeness';

const statuses = Object.keys(checkoutSteps) as CheckoutStatus[];

describe('a checkout', () => {
  it('can always reach an end', () => {
    const reaches = (from: CheckoutStatus, seen = new Set<CheckoutStatus>()): boolean => {
      if (checkoutSteps[from].length === 0) return true;
      seen.add(from);
      return checkoutSteps[from].some((next) => !seen.has(next) && reaches(next, seen));
    };

    expect(statuses.filter((status) => !reaches(status))).toEqual([]);
  });

  it('never ends in nothing once the payment is confirmed', () => {
    const ends = new Set<CheckoutStatus>();
    const walk = (from: CheckoutStatus): void => {
      if (checkoutSteps[from].length === 0) ends.add(from);
      checkoutSteps[from].forEach(walk);
    };
    walk('PAYMENT_CONFIRMED');

    expect([...ends]).toEqual(['COMPLETED']);
  });

  it('holds stock from the lock until the order takes it', () => {
    expect(statuses.filter(holdsStock)).toEqual(['LOCKED', 'PAYMENT_PENDING', 'PAYMENT_CONFIRMED']);
  });

  it('can be changed only before the payment has begun', () => {
    expect(statuses.filter(isOpen)).toEqual(['CREATED', 'LOCKED']);
  });

  it('names everything that is missing at once', () => {
    const details = { email: null, shippingAddress: {}, shippingMethodCode: null };
    const missing = (isDelivered: boolean) =>
      missingDetails(details, { isDelivered }).map((refusal) => refusal.path?.[0]);

    expect(missing(true)).toEqual(['email', 'shippingMethodCode']);
    expect(missing(false)).toEqual(['email']);
  });
});
