import { fireEvent, render, screen, waitFor } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { MarketingConsent } from './marketing-consent';

async function open(set: () => object) {
  const api = new FakeApi()
    .on('MarketingConsent', () => ({
      me: { __typename: 'Customer', id: 'customer-1', marketingConsent: false },
    }))
    .on('CustomerMarketingConsentSet', () => ({ customerMarketingConsentSet: set() }));
  await render(MarketingConsent, { providers: [provideFakeApi(api)] });
  return api;
}

const box = () => screen.findByRole<HTMLInputElement>('checkbox', { name: 'News and offers' });

describe('the word on news and offers', () => {
  it('shows what was agreed, and takes another word', async () => {
    const api = await open(() => ({
      customer: { __typename: 'Customer', id: 'customer-1', marketingConsent: true },
      userErrors: [],
    }));
    expect((await box()).checked).toBe(false);

    fireEvent.click(await box());

    expect(await screen.findByText('You will get news and offers.')).toBeTruthy();
    expect((await box()).checked).toBe(true);
    expect(api.requests.at(-1)?.variables).toEqual({ input: { accepts: true } });
  });

  it('shows what still holds when the shop could not be reached', async () => {
    await open(() => {
      throw new Error('connect ECONNREFUSED');
    });

    fireEvent.click(await box());

    expect((await screen.findByRole('alert')).textContent).toContain('could not reach');
    const shown = await box();
    await waitFor(() => expect(shown.checked).toBe(false));
  });
});
