import type { EntityManager } from 'typeorm';

import type { GiftCardProblem, Refusal, Result } from '../kernel/result';
import { shareTotal, type UsableCard } from './domain/gift-card-parts';
import type { AppliedGiftCard, CheckoutEntity } from './persistence/checkout.entity';
import type { Quote } from './quote';

/** A gift card that a checkout may pay with, and what keeps it from paying. */
export interface GiftCardState extends UsableCard {
  readonly problem: GiftCardProblem | undefined;
}

/** Gift cards, as far as checkouts need them; app/ fills it. */
export interface CheckoutGiftCards {
  /** The cards behind these codes; one that cannot pay is refused. Who guesses too often is held back. */
  redeem(
    codes: readonly string[],
    currencyCode: string,
    clientAddress: string,
  ): Promise<Result<readonly AppliedGiftCard[]>>;
  /** What these cards can pay now, in the order given. */
  states(
    ids: readonly string[],
    currencyCode: string,
    manager?: EntityManager,
  ): Promise<readonly GiftCardState[]>;
}

/** A quote of which gift cards pay what they can. */
export interface SharedQuote {
  readonly quote: Quote;
  /** The checkout's cards that cannot pay any more. */
  readonly unusable: readonly (AppliedGiftCard & { readonly problem: GiftCardProblem })[];
}

/** Lets the gift cards that were given to a checkout pay its quote. Asks nothing where there are none. */
export async function payWithGiftCards(
  quote: Quote,
  { giftCards, currencyCode }: CheckoutEntity,
  cards: CheckoutGiftCards,
  manager?: EntityManager,
): Promise<SharedQuote> {
  if (!giftCards || giftCards.length === 0) return { quote, unusable: [] };
  const ids = giftCards.map(({ id }) => id);
  const states = await cards.states(ids, currencyCode, manager);
  const usable = states.filter(({ problem }) => !problem);
  return {
    quote: { ...quote, ...shareTotal(quote.cost.totalMinor, usable) },
    unusable: states.flatMap(({ id, last4, problem }) => (problem ? [{ id, last4, problem }] : [])),
  };
}

const sentences: Readonly<Record<GiftCardProblem, string>> = {
  UNKNOWN: 'No gift card has this code.',
  DISABLED: 'This gift card cannot be used any more.',
  EXPIRED: 'This gift card has expired.',
  EMPTY: 'Nothing is left on this gift card.',
  OTHER_CURRENCY: 'This gift card is in another currency.',
  SPENT: 'This gift card has just been used elsewhere.',
};

/** The refusal for a gift card that cannot pay. */
export function unusableCard(
  reason: GiftCardProblem,
  last4?: string,
  path: readonly string[] = ['giftCards'],
): Refusal {
  return { code: 'GIFT_CARD_UNUSABLE', message: sentences[reason], reason, last4, path };
}
