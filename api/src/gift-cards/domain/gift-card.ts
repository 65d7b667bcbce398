import type { GiftCardProblem } from '../../kernel/result';

/** What decides whether a gift card can pay. Amounts in minor units of its currency. */
export interface GiftCardTerms {
  readonly currencyCode: string;
  readonly balanceMinor: bigint;
  /** What locked checkouts hold of the balance. */
  readonly heldMinor: bigint;
  readonly expiresAt: Date | null;
  readonly disabledAt: Date | null;
}

/** What can be spent of a card: its balance without what checkouts hold. */
export function availableMinor({ balanceMinor, heldMinor }: GiftCardTerms): bigint {
  return balanceMinor - heldMinor;
}

/** What keeps a card from paying in a currency; undefined when nothing does. */
export function problemOf(
  card: GiftCardTerms,
  currencyCode: string,
  now: Date,
): GiftCardProblem | undefined {
  if (card.disabledAt) return 'DISABLED';
  if (card.expiresAt && card.expiresAt <= now) return 'EXPIRED';
  if (card.currencyCode !== currencyCode) return 'OTHER_CURRENCY';
  return availableMinor(card) > 0n ? undefined : 'EMPTY';
}

/** Whether a balance may move by this much: never below what checkouts hold, nor below nothing. */
export function canMove({ balanceMinor, heldMinor }: GiftCardTerms, amountMinor: bigint): boolean {
  return balanceMinor + amountMinor >= heldMinor;
}
