import type { GiftCardRowFragment } from '../gift-cards/data/gift-card-fragments.generated';

const money = (amount: string) => ({ __typename: 'Money', amount, currencyCode: 'GBP' });

/** A gift card as the graph gives it, of which a test states only what matters. */
export function aGiftCard(given: Partial<GiftCardRowFragment> = {}) {
  return {
    __typename: 'GiftCard',
    id: 'c1',
    version: 1,
    last4: '64FH',
    initial: money('25.00'),
    balance: money('20.00'),
    held: money('0.00'),
    expiresAt: null,
    disabledAt: null,
    recipientEmail: 'maya@example.com',
    message: null,
    orderId: null,
    createdAt: '2026-11-20T09:30:00.000Z',
    ...given,
  };
}

/** A movement of its balance. */
export function aGiftCardEntry() {
  return {
    __typename: 'GiftCardEntry',
    id: 'e1',
    kind: 'USE',
    amount: money('-5.00'),
    orderId: 'o1',
    reason: null,
    actorName: null,
    occurredAt: '2026-11-20T09:40:00.000Z',
  };
}
