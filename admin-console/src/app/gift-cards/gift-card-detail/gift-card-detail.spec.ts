import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import type { Permission } from '../../shared/graphql/types.generated';
import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { aGiftCard, aGiftCardEntry } from '../../testing/gift-cards';
import { GiftCardDetail } from './gift-card-detail';

async function open(
  graph: FakeGraph,
  given: Parameters<typeof aGiftCard>[0] = {},
  permissions: readonly Permission[] = ['GIFT_CARDS_WRITE', 'ORDERS_READ'],
) {
  graph.answer('GiftCardPage', () => ({
    giftCard: { ...aGiftCard(given), entries: [aGiftCardEntry()] },
  }));
  await render(GiftCardDetail, {
    inputs: { id: 'c1' },
    providers: [graph.provide(permissions), provideRouter([])],
  });
  await screen.findByRole('heading', { name: 'Movements' });
}

describe('a gift card', () => {
  it('shows every movement and leads to the order that it paid', async () => {
    await open(new FakeGraph());

    expect(screen.getByRole('link', { name: 'Open order' }).getAttribute('href')).toBe(
      '/orders/o1',
    );
    expect(screen.getByText('-£5.00')).toBeTruthy();
  });

  it('leads nowhere for staff who may not see orders', async () => {
    await open(new FakeGraph(), {}, ['GIFT_CARDS_WRITE']);

    expect(screen.queryByRole('link', { name: 'Open order' })).toBeNull();
  });

  it('is corrected by an amount and a reason, once however often it is tried', async () => {
    let attempts = 0;
    const graph = new FakeGraph().answer('AdjustGiftCard', () => {
      attempts += 1;
      if (attempts === 1) throw new Error('lost');
      return {
        giftCardAdjust: {
          __typename: 'GiftCardAdjustPayload',
          giftCard: aGiftCard({ version: 2 }),
          userErrors: [],
        },
      };
    });
    await open(graph);
    press('Correct balance');
    const dialog = await screen.findByRole('dialog', { name: 'Correct the balance' });
    fillIn('By how much', '−5.00', dialog);
    press('Correct balance', dialog);
    await waitFor(() => expect(faultAt('Reason')).toBe('Say why.'));
    fillIn('Reason', 'Typing mistake', dialog);
    press('Correct balance', dialog);
    await screen.findByRole('alert');
    press('Correct balance', dialog);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [first, second] = graph.inputsOf('AdjustGiftCard');
    expect(first).toMatchObject({ amount: '-5.00', reason: 'Typing mistake', expectedVersion: 1 });
    expect(second).toEqual(first);
  });

  it('that is disabled can be changed no more', async () => {
    await open(new FakeGraph(), { disabledAt: '2026-11-20T10:00:00.000Z' });

    expect(screen.queryByRole('button', { name: 'Correct balance' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Disable' })).toBeNull();
  });
});
