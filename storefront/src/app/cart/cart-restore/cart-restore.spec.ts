import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { Toaster } from '#shared/ui/toast/toaster';
import { CartRestore } from './cart-restore';

@Component({ selector: 'app-cart-stub', template: '<h1>Cart</h1>' })
class CartStub {}

async function open(answer: () => object) {
  const api = new FakeApi()
    .on('Cart', () => ({ cart: null }))
    .on('CartRestore', () => ({ cartRestore: { userErrors: [], ...answer() } }));
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      provideRouter(
        [
          { path: 'cart', component: CartStub },
          { path: 'cart/restore', component: CartRestore },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create('/cart/restore?token=secret');
  document.body.append(harness.fixture.nativeElement as Node);
  return api;
}

describe('the link to a cart that was left behind', () => {
  it('brings the cart back and goes there', async () => {
    const api = await open(() => ({ restoredLines: 2, missingLines: 0 }));

    expect(await screen.findByRole('heading', { name: 'Cart' })).toBeTruthy();
    expect(api.requests.find(({ operation }) => operation === 'CartRestore')?.variables).toEqual({
      input: { token: 'secret' },
    });
    expect(TestBed.inject(Toaster).toasts().at(-1)?.text).toBe('Your cart is as you left it.');
  });

  it('says what could not come back', async () => {
    await open(() => ({ restoredLines: 1, missingLines: 1 }));

    await screen.findByRole('heading', { name: 'Cart' });
    expect(TestBed.inject(Toaster).toasts().at(-1)?.text).toContain(
      '1 item could not be brought back',
    );
  });

  it('says politely that a link is over, and leads to the cart of today', async () => {
    await open(() => ({
      restoredLines: null,
      missingLines: null,
      userErrors: [{ __typename: 'Refusal', code: 'NOT_FOUND', message: 'No.' }],
    }));

    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to your cart' })).toBeTruthy();
  });

  it('offers to try again when the shop cannot be reached', async () => {
    let isUp = false;
    await open(() => {
      if (!isUp) throw new Error('connect ECONNREFUSED');
      return { restoredLines: 1, missingLines: 0 };
    });
    const retry = await screen.findByRole('button', { name: 'Try again' });

    isUp = true;
    fireEvent.click(retry);

    expect(await screen.findByRole('heading', { name: 'Cart' })).toBeTruthy();
  });
});
