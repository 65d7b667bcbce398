import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import type { CheckoutViewFragment } from '../data/checkout-fragments.generated';
import { aCheckout, anAnsweredCheckout, asAnswered, standardShipping } from '../testing/a-checkout';
import { britishFields } from '../testing/address-fields';
import { CheckoutPage } from './checkout-page';

@Component({ selector: 'app-placed', template: '<h1>Placed</h1>' })
class Placed {}

const HELD_UNTIL = '2999-01-01T10:00:00.000Z';
const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

function answer(name: string, checkout: CheckoutViewFragment | null, userErrors: object[] = []) {
  return {
    [name]: {
      checkout: checkout && asAnswered(checkout),
      userErrors: userErrors.map((error) => ({ path: null, ...error })),
      warnings: [],
    },
  };
}

const refusal = (code: string) => ({ __typename: 'Refusal', code, message: 'No.' });

async function open(
  started: CheckoutViewFragment | null = aCheckout(),
  path = '/checkout',
  isUp: () => boolean = () => true,
) {
  let known = started;
  const locked = () => known && { ...known, status: 'LOCKED' as const, reservedUntil: HELD_UNTIL };
  const api = new FakeApi()
    .on('CheckoutOptions', () => ({
      shop: {
        __typename: 'Shop',
        name: 'Halftone',
        currencyCode: 'GBP',
        pricesIncludeTax: true,
        countries: [{ code: 'GB', name: 'United Kingdom' }],
        shippingMethods: [standardShipping],
        paymentMethods: [{ code: 'manual', name: 'Bank transfer', description: 'Pay later.' }],
      },
    }))
    .on('ShippingRates', () => ({
      cart: {
        __typename: 'Cart',
        id: 'cart-1',
        shippingEstimates: [{ ...standardShipping, minDays: 2, maxDays: 4 }],
      },
    }))
    .on('AddressForm', ({ countryCode }) => ({
      addressRules: { __typename: 'AddressRules', countryCode, fields: britishFields },
    }))
    .on('Cart', () => ({ cart: null }))
    .on('StartCheckout', () => {
      if (!isUp()) throw new Error('connect ECONNREFUSED');
      return known
        ? answer('checkoutStart', known)
        : answer('checkoutStart', null, [refusal('CART_EMPTY')]);
    })
    .on('UpdateCheckout', ({ input }) => {
      const { email, shippingAddress } = input as { email?: string; shippingAddress?: object };
      if (email && known) known = { ...known, email };
      if (shippingAddress) known = anAnsweredCheckout({ email: known?.email });
      return answer('checkoutUpdate', known);
    })
    .on('LockCheckout', () => answer('checkoutLock', locked()))
    .on('CancelCheckout', () => answer('checkoutCancel', known))
    .on('PayCheckout', () => ({
      checkoutPay: {
        checkout: known && asAnswered(known),
        order: { __typename: 'Order', id: 'order-1', trackingToken: 'token-1' },
        userErrors: [],
        warnings: [],
      },
    }));
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      provideRouter(
        [
          { path: 'checkout', component: CheckoutPage },
          { path: 'order-placed/:trackingToken', component: Placed },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return api;
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const payButton = () => screen.findByRole('button', { name: 'Pay £28.50' });
const sent = (api: FakeApi, operation: string) =>
  api.requests
    .filter((request) => request.operation === operation)
    .map(({ variables }) => variables);

describe('the checkout', () => {
  beforeEach(() => sessionStorage.clear());

  it('walks a guest from the email address to the order', async () => {
    const api = await open();
    await screen.findByLabelText('Email');
    type('Email', 'ada@example.com');
    press('Continue to shipping');

    await screen.findByLabelText('Full name');
    expect(TestBed.inject(Location).path()).toBe('/checkout?step=shipping');
    type('Full name', 'Ada Lovelace');
    type('Address', '12 St James Square');
    type('City', 'London');
    type('Postcode', 'sw1y 4jh');
    press('Continue to review');

    fireEvent.click(await payButton());

    expect(await screen.findByRole('heading', { name: 'Placed' })).toBeTruthy();
    expect(TestBed.inject(Location).path()).toBe('/order-placed/token-1');
    expect(sent(api, 'PayCheckout')).toEqual([
      {
        input: {
          checkoutId: 'checkout-1',
          paymentMethodCode: 'manual',
          expectedTotal: gbp('28.50'),
          expectedDue: gbp('28.50'),
          idempotencyKey: expect.any(String),
        },
      },
    ]);
  });

  it('shows all that is missing on submit, and moves to the first', async () => {
    await open(aCheckout({ email: 'ada@example.com' }));
    await screen.findByLabelText('Full name');

    press('Continue to review');

    expect(await screen.findByText('Enter the postcode.')).toBeTruthy();
    expect(screen.getByText('Enter the city.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Full name')));
    expect(screen.getByLabelText('Full name').getAttribute('aria-describedby')).toBeTruthy();
  });

  it('is silent about a field while it is being mended', async () => {
    await open();
    await screen.findByLabelText('Email');
    press('Continue to shipping');
    await screen.findByText('Enter your email address.');

    type('Email', 'ada@');
    await waitFor(() => expect(screen.queryByText('Enter your email address.')).toBeNull());
    fireEvent.focusOut(screen.getByLabelText('Email'));

    expect(await screen.findByText(/such as name@example.com/)).toBeTruthy();
  });

  it('does not skip a step that is unanswered', async () => {
    await open(aCheckout(), '/checkout?step=review');

    expect(await screen.findByLabelText('Email')).toBeTruthy();
  });

  it('holds the stock before it asks for the money', async () => {
    const api = await open(anAnsweredCheckout());

    await payButton();

    expect(sent(api, 'LockCheckout')).toHaveLength(1);
    expect(screen.getByText(/Reserved for you until/)).toBeTruthy();
  });

  it('asks again when the total has changed, with a new key', async () => {
    const api = await open(anAnsweredCheckout());
    const moved = anAnsweredCheckout({
      status: 'LOCKED',
      reservedUntil: HELD_UNTIL,
      cost: { ...aCheckout().cost, total: gbp('30.00') },
    });
    api.on('PayCheckout', () => ({
      checkoutPay: {
        order: null,
        ...answer('checkoutPay', moved, [
          {
            __typename: 'TotalChanged',
            code: 'TOTAL_CHANGED',
            message: 'Changed.',
            expected: gbp('28.50'),
            actual: gbp('30.00'),
          },
        ])['checkoutPay'],
      },
    }));

    fireEvent.click(await payButton());

    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('£28.50');
    expect(notice.textContent).toContain('£30.00');
    fireEvent.click(await screen.findByRole('button', { name: 'Pay £30.00' }));
    await waitFor(() => expect(sent(api, 'PayCheckout')).toHaveLength(2));
    expect(keysOf(api)[0]).not.toBe(keysOf(api)[1]);
  });

  it('retries with the same key when the answer was lost', async () => {
    const api = await open(anAnsweredCheckout());
    api.on('PayCheckout', () => {
      throw new Error('socket hang up');
    });

    fireEvent.click(await payButton());
    expect((await screen.findByRole('alert')).textContent).toContain('never placed or paid twice');
    fireEvent.click(await payButton());

    await waitFor(() => expect(sent(api, 'PayCheckout')).toHaveLength(2));
    expect(keysOf(api)[0]).toBe(keysOf(api)[1]);
  });

  it('goes to the order that a payment made before a reload', async () => {
    sessionStorage.setItem('payment-attempt', 'checkout-1|manual|28.50|GBP\nkey-1');
    const done = anAnsweredCheckout({ status: 'COMPLETED' });
    const api = await open(null);
    api.on('CheckoutById', () => ({
      checkout: {
        ...asAnswered(done),
        order: { __typename: 'Order', id: 'order-1', trackingToken: 'token-1' },
      },
    }));

    expect(await screen.findByRole('heading', { name: 'Placed' })).toBeTruthy();
  });

  it('lets a gift card pay, and asks for what is left', async () => {
    const api = await open(anAnsweredCheckout());
    const card = { id: 'card-1', last4: '7K3Q', amount: gbp('20.00') };
    const paid = anAnsweredCheckout({ giftCards: [card], due: gbp('8.50') });
    await payButton();
    api
      .on('CheckoutGiftCardsApply', () => answer('checkoutGiftCardsApply', paid))
      .on('LockCheckout', () =>
        answer('checkoutLock', { ...paid, status: 'LOCKED', reservedUntil: HELD_UNTIL }),
      );
    press('Use a gift card');
    fireEvent.input(await screen.findByLabelText('Gift card code'), { target: { value: 'abcd' } });
    press('Use');

    expect(await screen.findByRole('button', { name: 'Pay £8.50' })).toBeTruthy();
    expect(screen.getAllByText('Gift card ending in 7K3Q').length).toBeGreaterThan(0);
    expect(screen.getByText('Left to pay').parentElement?.textContent).toContain('£8.50');
  });

  it('asks for no way to pay when gift cards pay for everything', async () => {
    const card = { id: 'card-1', last4: '7K3Q', amount: gbp('28.50') };
    const paid = anAnsweredCheckout({ giftCards: [card], due: gbp('0.00') });
    const api = await open(paid);
    api.on('PayCheckout', () => ({
      checkoutPay: { order: null, ...answer('checkoutPay', paid)['checkoutPay'] },
    }));

    fireEvent.click(await screen.findByRole('button', { name: 'Place order' }));

    expect(screen.queryByRole('radio')).toBeNull();
    await waitFor(() =>
      expect(sent(api, 'PayCheckout').at(-1)).toMatchObject({
        input: { paymentMethodCode: null, expectedDue: { amount: '0.00', currencyCode: 'GBP' } },
      }),
    );
  });

  it('says at the field why a gift card is not taken, and goes on holding the items', async () => {
    const api = await open(anAnsweredCheckout());
    const unusable = {
      __typename: 'GiftCardUnusable',
      code: 'GIFT_CARD_UNUSABLE',
      message: 'There is no such gift card.',
      path: ['codes', '0'],
    };
    api.on('CheckoutGiftCardsApply', () => answer('checkoutGiftCardsApply', null, [unusable]));
    await payButton();
    press('Use a gift card');
    fireEvent.input(await screen.findByLabelText('Gift card code'), { target: { value: 'abcd' } });
    press('Use');

    expect(await screen.findByText('There is no such gift card.')).toBeTruthy();
    expect(await payButton()).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why a code takes nothing off any more, once it is known who buys', async () => {
    await open(
      anAnsweredCheckout({
        priceExplanation: {
          promotions: [
            {
              promotionId: 'promotion-1',
              name: 'Ten off',
              class: 'ORDER',
              code: 'TEN',
              status: 'REJECTED',
              amount: null,
              reason: 'USED_UP_BY_CUSTOMER',
              missingAmount: null,
              missingQuantity: null,
              beatenByName: null,
              message: 'You have used it already.',
            },
          ],
        },
      }),
    );

    const told = 'TEN: You have used it already.';
    const summary = await screen.findByRole('region', { name: 'Order summary' });
    expect(within(summary).getByText(told)).toBeTruthy();
    const byTheButton = await screen.findByRole('list', { name: 'Without discount' });
    expect(within(byTheButton).getByText(told)).toBeTruthy();
  });

  it('says which item ran short and leads to the cart', async () => {
    const api = await open(anAnsweredCheckout());
    api.on('LockCheckout', () =>
      answer('checkoutLock', anAnsweredCheckout(), [
        {
          __typename: 'InsufficientStock',
          code: 'INSUFFICIENT_STOCK',
          message: 'Short.',
          lineId: 'line-1',
          variationId: 'variation-1',
          available: 0,
        },
      ]),
    );

    expect(await screen.findByText('Halftone Moon (A2) has just sold out.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Change your cart' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Pay/ })).toBeNull();
  });

  it('opens a new checkout with the same answers when the time ran out', async () => {
    const api = await open(anAnsweredCheckout());
    api.on('PayCheckout', () => ({
      checkoutPay: {
        order: null,
        ...answer('checkoutPay', anAnsweredCheckout({ status: 'EXPIRED' }), [
          refusal('CHECKOUT_CLOSED'),
        ])['checkoutPay'],
      },
    }));
    fireEvent.click(await payButton());
    await screen.findByText('The time to pay ran out');
    const next = { id: 'checkout-2', reservedUntil: HELD_UNTIL };
    api
      .on('StartCheckout', () => answer('checkoutStart', aCheckout({ id: 'checkout-2' })))
      .on('UpdateCheckout', () =>
        answer('checkoutUpdate', anAnsweredCheckout({ id: 'checkout-2' })),
      )
      .on('LockCheckout', () =>
        answer('checkoutLock', anAnsweredCheckout({ ...next, status: 'LOCKED' })),
      );

    press('Reserve again');

    await waitFor(() =>
      expect(sent(api, 'UpdateCheckout').at(-1)).toMatchObject({
        input: {
          checkoutId: 'checkout-2',
          email: 'ada@example.com',
          shippingMethodCode: 'standard',
        },
      }),
    );
    expect(await payButton()).toBeTruthy();
  });

  it('offers to try again when the shop cannot be reached', async () => {
    let isUp = false;
    await open(aCheckout(), '/checkout', () => isUp);
    const retry = await screen.findByRole('button', { name: 'Try again' });

    isUp = true;
    fireEvent.click(retry);

    expect(await screen.findByLabelText('Email')).toBeTruthy();
  });

  it('has nothing to do for an empty cart', async () => {
    await open(null);

    expect(
      await screen.findByRole('heading', { name: 'There is nothing to check out' }),
    ).toBeTruthy();
  });
});

function keysOf(api: FakeApi): unknown[] {
  return sent(api, 'PayCheckout').map(
    ({ input }) => (input as { idempotencyKey: string }).idempotencyKey,
  );
}
