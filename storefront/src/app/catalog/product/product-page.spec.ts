import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';

import { type AddResult, CartStore } from '#shared/cart/cart-store';
import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { aProductPage } from '../testing/a-product';
import { ProductPage } from './product-page';

class FakeCart {
  readonly added: [string, number][] = [];
  next: AddResult = { ok: true };
  readonly cart = signal<{ lines: { quantity: number; variation: { id: string } }[] } | undefined>(
    undefined,
  );

  add(variationId: string, quantity: number): Promise<AddResult> {
    this.added.push([variationId, quantity]);
    return Promise.resolve(this.next);
  }
}

async function open(path: string, answer: () => object = aProductPage) {
  const cart = new FakeCart();
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(new FakeApi().on('ProductPage', answer)),
      provideRouter(
        [{ path: 'products/:slug', component: ProductPage }],
        withComponentInputBinding(),
      ),
      { provide: CartStore, useValue: cart },
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return cart;
}

describe('the product page', () => {
  it('shows the range of prices as long as nothing is chosen', async () => {
    await open('/products/night-swell');

    expect(await screen.findByRole('heading', { level: 1, name: 'Night Swell' })).toBeTruthy();
    expect(screen.getByText('€28.00').parentElement?.textContent).toContain('From');
    expect(screen.getByText('240 g/m²')).toBeTruthy();
  });

  it('takes the choice from the address and shows its price and stock', async () => {
    await open('/products/night-swell?size=a2');

    expect(await screen.findByText('€36.00')).toBeTruthy();
    expect(screen.getByText('Only 3 left')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'A2' }).checked).toBe(true);
  });

  it('writes the choice into the address', async () => {
    await open('/products/night-swell');

    fireEvent.click(await screen.findByRole('radio', { name: 'A3' }));

    expect(await screen.findByText(': A3')).toBeTruthy();
    expect(screen.getByText('In stock')).toBeTruthy();
  });

  it('points at what is missing instead of adding something', async () => {
    const cart = await open('/products/night-swell');

    fireEvent.click(await screen.findByRole('button', { name: 'Add to cart' }));

    expect(await screen.findByText('Choose a size.')).toBeTruthy();
    expect(cart.added).toEqual([]);
  });

  it('adds the chosen variation', async () => {
    const cart = await open('/products/night-swell?size=a2');

    fireEvent.click(await screen.findByRole('button', { name: 'One more: Quantity' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add to cart' }));

    expect(await screen.findByRole('button', { name: 'Added' })).toBeTruthy();
    expect(cart.added).toEqual([['variation-A2', 2]]);
  });

  it('says beside the button why something could not be added', async () => {
    const cart = await open('/products/night-swell?size=a2');
    cart.next = { ok: false, message: 'All 3 that are left are in your cart.' };

    fireEvent.click(await screen.findByRole('button', { name: 'Add to cart' }));

    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('All 3 that are left'),
    );
  });

  it('says how many of the chosen variation are in the cart already', async () => {
    const cart = await open('/products/night-swell?size=a2');

    cart.cart.set({ lines: [{ quantity: 2, variation: { id: 'variation-A2' } }] });

    expect(await screen.findByText(/2 already in/)).toBeTruthy();
  });

  it('sells nothing that is sold out', async () => {
    await open('/products/night-swell?size=a1');

    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Sold out' });
    expect(button.disabled).toBe(true);
  });

  it('says that an unknown product does not exist', async () => {
    await open('/products/no-such-thing', () => ({ ...aProductPage(), product: null }));

    expect(await screen.findByRole('heading', { name: 'This page is out of print' })).toBeTruthy();
  });

  it('offers to try again after an outage', async () => {
    let isUp = false;
    await open('/products/night-swell', () => {
      if (!isUp) throw new Error('connect ECONNREFUSED');
      return aProductPage();
    });
    const retry = await screen.findByRole('button', { name: 'Try again' });

    isUp = true;
    fireEvent.click(retry);

    expect(await screen.findByRole('heading', { level: 1, name: 'Night Swell' })).toBeTruthy();
  });
});
