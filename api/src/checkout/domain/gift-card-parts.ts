/** A gift card, and what it can pay now. */
export interface UsableCard {
  readonly id: string;
  readonly last4: string;
  readonly availableMinor: bigint;
}

/** What a gift card pays of a total. */
export interface GiftCardPart {
  readonly id: string;
  readonly last4: string;
  readonly amountMinor: bigint;
}

/** What gift cards pay of a total, and what is left to pay another way. Their sum is the total. */
export interface SharedTotal {
  readonly giftCards: readonly GiftCardPart[];
  readonly dueMinor: bigint;
}

/** Lets gift cards pay a total, each as much as it can, in the order in which they were given. */
export function shareTotal(totalMinor: bigint, cards: readonly UsableCard[]): SharedTotal {
  const giftCards: GiftCardPart[] = [];
  let dueMinor = totalMinor;
  for (const { id, last4, availableMinor } of cards) {
    const amountMinor = availableMinor < dueMinor ? availableMinor : dueMinor;
    if (amountMinor <= 0n) continue;
    giftCards.push({ id, last4, amountMinor });
    dueMinor -= amountMinor;
  }
  return { giftCards, dueMinor };
}
