import { isZero, type MoneyAmount } from '../../shared/format/money';
import type { Tone } from '../../shared/ui/badge/badge';

interface Card {
  readonly balance: MoneyAmount;
  readonly expiresAt: string | null;
  readonly disabledAt: string | null;
}

/** Whether a card still pays, and why not. */
export function giftCardState(
  { balance, expiresAt, disabledAt }: Card,
  now: number,
): { readonly label: string; readonly tone: Tone; readonly pays: boolean } {
  if (disabledAt) return { label: 'Disabled', tone: 'ended', pays: false };
  if (expiresAt && Date.parse(expiresAt) <= now) {
    return { label: 'Expired', tone: 'neutral', pays: false };
  }
  return isZero(balance)
    ? { label: 'Used up', tone: 'neutral', pays: false }
    : { label: 'Active', tone: 'done', pays: true };
}
