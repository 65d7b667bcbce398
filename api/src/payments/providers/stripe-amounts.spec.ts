import { money } from '../../kernel/money';
import { fromStripe, toStripe } from './stripe-amounts';

describe('an amount at Stripe', () => {
  it.each([
    ['14.50 GBP', money(1_450n, 'GBP'), 1_450],
    ['1450 JPY, which has no decimals', money(1_450n, 'JPY'), 1_450],
    ['1.450 KWD, which has three', money(1_450n, 'KWD'), 1_450],
    ['1450 ISK, which Stripe counts in hundredths', money(1_450n, 'ISK'), 145_000],
    ['1450 UGX, which Stripe counts in hundredths', money(1_450n, 'UGX'), 145_000],
  ])('is the same both ways: %s', (_what, amount, counted) => {
    expect(toStripe(amount)).toBe(counted);
    expect(fromStripe(counted, amount.currencyCode.toLowerCase())).toEqual(amount);
  });
});
