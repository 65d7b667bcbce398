import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { aGiftCard } from '../../testing/gift-cards';
import { aPage } from '../../testing/pages';
import { GiftCardList } from './gift-card-list';

async function open(graph: FakeGraph, q?: string) {
  graph
    .answer('GiftCards', ({ query }) => ({
      giftCards: { __typename: 'GiftCardConnection', ...aPage(query ? [] : [aGiftCard()]) },
    }))
    .answer('GiftCardCurrency', () => ({ shop: { __typename: 'Shop', currencyCode: 'GBP' } }));
  await render(GiftCardList, {
    inputs: { q },
    providers: [graph.provide(['GIFT_CARDS_WRITE']), provideRouter([])],
  });
}

describe('the gift cards', () => {
  it('are told by the end of their code, with what is left', async () => {
    await open(new FakeGraph());

    const link = await screen.findByRole('link', { name: '•••• 64FH' });

    expect(link.getAttribute('href')).toBe('/gift-cards/c1');
    expect(link.closest('tr')?.textContent).toMatch(
      /maya@example\.com.*£20\.00 of £25\.00.*Active/s,
    );
  });

  it('are issued for an amount, and the code is told once', async () => {
    const graph = new FakeGraph().answer('IssueGiftCard', () => ({
      giftCardIssue: {
        __typename: 'GiftCardIssuePayload',
        giftCard: aGiftCard(),
        code: 'AFQE-X32R-K092-64FH',
        userErrors: [],
      },
    }));
    await open(graph);
    press('Issue gift card');
    const dialog = await screen.findByRole('dialog', { name: 'Issue a gift card' });

    press('Issue gift card', dialog);
    await waitFor(() => expect(faultAt('Worth')).toMatch('above zero'));
    fillIn('Worth', '25.00', dialog);
    fillIn('Last day', '2999-12-31', dialog);
    press('Issue gift card', dialog);

    expect(await screen.findByText('AFQE-X32R-K092-64FH')).toBeTruthy();
    const [input] = graph.inputsOf('IssueGiftCard');
    expect(input).toMatchObject({ amount: { amount: '25.00', currencyCode: 'GBP' } });
    expect(new Date(String(input?.['expiresAt'])).getFullYear()).toBe(2999);
    expect(input).not.toHaveProperty('recipientEmail');
  });

  it('say when a search finds none', async () => {
    await open(new FakeGraph(), 'zzzz');

    expect(await screen.findByText('Nothing matches')).toBeTruthy();
  });
});
