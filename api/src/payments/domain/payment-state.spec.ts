import { type PaymentState, paymentSteps, restingStates } from './payment-state';

const states = Object.keys(paymentSteps) as PaymentState[];

describe('a payment', () => {
  it('can always come to rest with no money kept', () => {
    const reaches = (from: PaymentState, seen = new Set<PaymentState>()): boolean => {
      if (restingStates.includes(from)) return true;
      seen.add(from);
      return paymentSteps[from].some((next) => !seen.has(next) && reaches(next, seen));
    };

    expect(states.filter((state) => !reaches(state))).toEqual([]);
  });

  it('gives back only what has arrived', () => {
    expect(states.filter((state) => paymentSteps[state].includes('REFUNDED'))).toEqual([
      'CAPTURED',
    ]);
  });

  it('never waits again once the provider has answered', () => {
    expect(states.filter((state) => paymentSteps[state].includes('PENDING'))).toEqual([]);
  });

  it('is captured late from wherever its provider may still take it', () => {
    const late = states.filter((state) => paymentSteps[state].includes('CAPTURED'));

    expect(late.sort()).toEqual(
      ['ABANDONED', 'AUTHORIZED', 'DECLINED', 'PENDING', 'REFUNDED', 'VOIDED'].sort(),
    );
  });
});
