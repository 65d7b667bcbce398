import { fromDecimal, type Money, money } from '../kernel/money';
import { refused, type Result } from '../kernel/result';
import type { Quote } from './quote';

interface ShownAmount {
  readonly amount: string;
  readonly currencyCode: string;
}

/** What the shopper was shown before paying. */
export interface ShownAmounts {
  readonly expectedTotal?: ShownAmount | null;
  /** What gift cards leave to pay another way. */
  readonly expectedDue?: ShownAmount | null;
}

/** Why the shopper is asked again: what was shown is not what would be charged. */
export function whatChanged(
  { cost, dueMinor }: Quote,
  currencyCode: string,
  { expectedTotal, expectedDue }: ShownAmounts,
): Result<never> | undefined {
  return (
    difference('expectedTotal', expectedTotal, money(cost.totalMinor, currencyCode)) ??
    difference('expectedDue', expectedDue, money(dueMinor, currencyCode))
  );
}

function difference(
  field: keyof ShownAmounts,
  shown: ShownAmount | null | undefined,
  actual: Money,
): Result<never> | undefined {
  if (!shown) return undefined;
  const expected = fromDecimal(shown.amount, shown.currencyCode);
  if (!expected) {
    return refused({
      code: 'INVALID_INPUT',
      message: 'This is no amount of that currency.',
      path: [field, 'amount'],
    });
  }
  const isSame =
    expected.amountMinor === actual.amountMinor && expected.currencyCode === actual.currencyCode;
  if (isSame) return undefined;
  return refused({
    code: 'TOTAL_CHANGED',
    message: 'The total has changed since it was shown.',
    path: [field],
    expected,
    actual,
  });
}
