import { firstOpenStep, isStepDone, reachableStep } from './checkout-steps';

const address = { city: 'Leeds' };
const method = { code: 'standard' };

describe('checkout steps', () => {
  it('opens at the first question that is unanswered', () => {
    expect(firstOpenStep({})).toBe('contact');
    expect(firstOpenStep({ email: 'a@b.example' })).toBe('shipping');
    expect(
      firstOpenStep({ email: 'a@b.example', shippingAddress: address, shippingMethod: method }),
    ).toBe('review');
  });

  it('does not count shipping as done without a method', () => {
    expect(isStepDone('shipping', { shippingAddress: address })).toBe(false);
  });

  it('lets an address walk back but not skip ahead', () => {
    const checkout = { email: 'a@b.example' };

    expect(reachableStep('contact', checkout)).toBe('contact');
    expect(reachableStep('review', checkout)).toBe('shipping');
  });

  it('ignores a step it does not know', () => {
    expect(reachableStep('wallet', { email: 'a@b.example' })).toBe('shipping');
  });
});
