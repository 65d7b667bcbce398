import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { Theme } from '#shared/theme/theme';
import { CheckoutReturn } from '../../checkout-return/checkout-return';
import { CARD_PROVIDER } from '../../data/card-provider';
import type { CheckoutViewFragment } from '../../data/checkout-fragments.generated';
import { anAnsweredCheckout, asAnswered, standardShipping } from '../../testing/a-checkout';
import { FakeCardProvider } from '../../testing/fake-card-provider';
import { CheckoutPage } from '../checkout-page';

@Component({ selector: 'app-placed', template: '<h1>Placed</h1>' })
class Placed {}

const locked = anAnsweredCheckout({
  status: 'LOCKED',
  reservedUntil: '2999-01-01T10:00:00.000Z',
});
const pending = anAnsweredCheckout({ status: 'PAYMENT_PENDING' });
const enterCard = (message: string | null = null) => ({
  __typename: 'PaymentClientAction',
  kind: 'CONFIRM_CARD',
  clientSecret: 'secret-1',
  publishableKey: 'pk_test',
  message,
});
const order = { __typename: 'Order', id: 'order-1', trackingToken: 'token-1' };

function answer(checkout: CheckoutViewFragment, given: object = {}) {
  return {
    checkout: asAnswered(checkout),
    clientAction: null,
    order: null,
    userErrors: [],
    warnings: [],
    ...given,
  };
}

async function open(
  started = locked,
  path = '/checkout?step=review',
  confirmed: () => object = () => answer(pending, { order }),
) {
  const provider = new FakeCardProvider();
  const api = new FakeApi()
    .on('CheckoutOptions', () => ({
      shop: {
        __typename: 'Shop',
        name: 'Halftone',
        currencyCode: 'GBP',
        pricesIncludeTax: true,
        countries: [{ code: 'GB', name: 'United Kingdom' }],
        shippingMethods: [standardShipping],
        paymentMethods: [
          { code: 'manual', name: 'Bank transfer', description: 'Pay later.' },
          { code: 'stripe', name: 'Card', description: 'Pay now.' },
        ],
      },
    }))
    .on('Cart', () => ({ cart: null }))
    .on('SessionRefresh', () => ({ sessionRefresh: { customer: null, session: null } }))
    .on('StartCheckout', () => ({ checkoutStart: answer(started) }))
    .on('UpdateCheckout', () => ({ checkoutUpdate: answer(started) }))
    .on('PayCheckout', () => ({ checkoutPay: answer(pending, { clientAction: enterCard() }) }))
    .on('ConfirmPayment', () => ({ checkoutPaymentConfirm: confirmed() }))
    .on('CancelPayment', () => ({ checkoutPaymentCancel: answer(locked) }));
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      { provide: CARD_PROVIDER, useValue: provider.load },
      { provide: Theme, useValue: { isDark: () => false } },
      provideRouter(
        [
          { path: 'checkout', component: CheckoutPage },
          { path: 'checkout/return', component: CheckoutReturn },
          { path: 'order-placed/:trackingToken', component: Placed },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return { api, provider };
}

async function chooseCard() {
  fireEvent.click(await screen.findByRole('radio', { name: /Card/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Continue to your card' }));
}

const payButton = () => screen.findByRole('button', { name: 'Pay £28.50' });

describe('paying by card', () => {
  beforeEach(() => sessionStorage.clear());

  it('fetches nothing of the card provider before a card is asked for', async () => {
    const { provider } = await open();
    await payButton();
    expect(provider.keys).toEqual([]);

    await chooseCard();

    expect(await screen.findByText('Card number')).toBeTruthy();
    expect(provider.keys).toEqual(['pk_test']);
  });

  it('charges with the button that says how much, and goes on to the order', async () => {
    const { provider } = await open();
    await chooseCard();

    fireEvent.click(await payButton());

    expect(await screen.findByRole('heading', { name: 'Placed' })).toBeTruthy();
    expect(provider.returnUrls).toEqual([`${location.origin}/checkout/return?checkout=checkout-1`]);
  });

  it('says why a card was declined and keeps the form', async () => {
    const { provider, api } = await open();
    await chooseCard();
    provider.refusal = { type: 'card_error', message: 'Your card was declined.' };

    fireEvent.click(await payButton());

    expect((await screen.findByRole('alert')).textContent).toContain('Your card was declined.');
    expect(await payButton()).toBeTruthy();
    expect(api.requests.some(({ operation }) => operation === 'ConfirmPayment')).toBe(false);
  });

  it('asks the shop what became of a payment that the provider cannot repeat', async () => {
    const { provider } = await open();
    await chooseCard();
    provider.refusal = { type: 'invalid_request_error', message: 'Already succeeded.' };

    fireEvent.click(await payButton());

    expect(await screen.findByRole('heading', { name: 'Placed' })).toBeTruthy();
  });

  it('offers to try again or to pay another way when the form does not load', async () => {
    const { provider } = await open();
    provider.isReachable = false;
    await chooseCard();
    expect(await screen.findByText('The card form did not load')).toBeTruthy();

    provider.isReachable = true;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Card number')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Pay another way' }));
    expect(await screen.findByRole('radio', { name: /Bank transfer/ })).toBeTruthy();
  });

  it('says so when the provider does not answer, and lets the shopper choose again', async () => {
    const { api } = await open();
    api.on('PayCheckout', () => ({
      checkoutPay: answer(locked, {
        userErrors: [
          { __typename: 'Refusal', code: 'PAYMENT_UNAVAILABLE', message: 'No.', path: null },
        ],
      }),
    }));
    await chooseCard();

    expect(await screen.findByText('This way to pay does not answer just now')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Bank/ }).disabled).toBe(false);
  });

  it('waits politely while the payment is being checked, and goes on by itself', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    let asked = 0;
    await open(pending, undefined, () => {
      asked += 1;
      return answer(pending, asked > 2 ? { order } : {});
    });
    expect((await screen.findByText(/Your payment is being checked/)).getAttribute('role')).toBe(
      'status',
    );

    await jest.advanceTimersByTimeAsync(2_000);
    await jest.advanceTimersByTimeAsync(10_000);

    expect(await screen.findByRole('heading', { name: 'Placed' })).toBeTruthy();
    expect(asked).toBe(3);
    jest.useRealTimers();
  });
});

describe('the way back from the bank', () => {
  beforeEach(() => sessionStorage.clear());

  it('leads to the order', async () => {
    const { api } = await open(locked, '/checkout/return?checkout=checkout-1');

    expect(await screen.findByRole('heading', { name: 'Placed' })).toBeTruthy();
    expect(
      api.requests.find(({ operation }) => operation === 'ConfirmPayment')?.variables,
    ).toMatchObject({ input: { checkoutId: 'checkout-1' } });
  });

  it('leads back to the card when the bank said no, and says why', async () => {
    await open(pending, '/checkout/return?checkout=checkout-1', () =>
      answer(pending, { clientAction: enterCard('The bank refused the card.') }),
    );

    expect(await screen.findByText('Card number')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('The bank refused the card.');
  });
});
