import { z } from 'zod';

import { accepted, refused, type Result } from '../../kernel/result';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import type { CheckoutCaller } from '../checkout-access';
import type { CheckoutState } from '../checkout-reader';
import type { CheckoutGiftCards } from '../gift-cards-port';
import type { EditCheckout } from './edit-checkout';

/** More than a few cards are somebody trying codes. */
const MOST_CARDS = 10;

export const applyGiftCardsInput = z.object({
  checkoutId: idInput,
  codes: z
    .array(z.string().trim().min(1, 'Enter the code of a gift card.').max(64))
    .min(1, 'Enter the code of a gift card.')
    .max(MOST_CARDS, `A checkout takes ${MOST_CARDS} gift cards at most.`),
  expectedVersion: expectedVersionInput,
});
export const removeGiftCardsInput = z.object({
  checkoutId: idInput,
  giftCardIds: z.array(idInput).min(1, 'Name a gift card.').max(MOST_CARDS),
  expectedVersion: expectedVersionInput,
});

/** Gives gift cards to checkouts, and takes them away again. */
export class ChangeGiftCards {
  constructor(
    private readonly edit: EditCheckout,
    private readonly cards: CheckoutGiftCards,
  ) {}

  /** Adds cards to those that pay; a card that was given before stays where it is. */
  async apply(
    { checkoutId, codes, expectedVersion }: z.output<typeof applyGiftCardsInput>,
    caller: CheckoutCaller & { readonly clientAddress: string },
  ): Promise<Result<CheckoutState>> {
    const found = await this.edit.findOpen(checkoutId, caller);
    if (!found.ok) return found;
    const redeemed = await this.cards.redeem(codes, found.value.currencyCode, caller.clientAddress);
    if (!redeemed.ok) return redeemed;
    return this.edit.change({ checkoutId, expectedVersion }, caller, ({ giftCards }) => {
      const all = new Map([...(giftCards ?? []), ...redeemed.value].map((card) => [card.id, card]));
      if (all.size > MOST_CARDS) return tooMany();
      return accepted({ giftCards: [...all.values()] });
    });
  }

  /** Takes cards away; one that was not given is no error. */
  remove(
    { checkoutId, giftCardIds, expectedVersion }: z.output<typeof removeGiftCardsInput>,
    caller: CheckoutCaller,
  ): Promise<Result<CheckoutState>> {
    const gone = new Set(giftCardIds);
    return this.edit.change({ checkoutId, expectedVersion }, caller, ({ giftCards }) =>
      accepted({ giftCards: (giftCards ?? []).filter(({ id }) => !gone.has(id)) }),
    );
  }
}

function tooMany(): Result<never> {
  return refused({
    code: 'INVALID_INPUT',
    message: `A checkout takes ${MOST_CARDS} gift cards at most.`,
    path: ['codes'],
  });
}
