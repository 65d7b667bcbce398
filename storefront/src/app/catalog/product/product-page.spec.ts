import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { NEVER, type Observable, Subject } from 'rxjs';

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

async function open(
  path: string,
  answer: () => object = aProductPage,
  changes: Observable<object> = NEVER,
) {
  const cart = new FakeCart();
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(
        new FakeApi().on('ProductPage', answer).stream('WatchVariations', () => changes),
      ),
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

/** Says that something is shown of one variation from now on. */
function tell(changes: Subject<object>, variation: object) {
  changes.next({
    variationChanges: {
      __typename: 'VariationChanges',
      variations: [{ __typename: 'ProductVariation', priorPrice: null, ...variation }],
      goneIds: [],
    },
  });
}

describe('the product page', () => {
  it('shows the range of prices as long as nothing is chosen', async () => {
    await open('/products/night-swell');

    expect(await screen.findByRole('heading', { level: 1, name: 'Night Swell' })).toBeTruthy();
    expect(screen.getByText('€28.00').parentElement?.textContent).toContain('From');
    expect(screen.getByText('240 g/m²')).toBeTruthy();
    expect(screen.queryByText(/30 days before/)).toBeNull();
  });

  it('takes the choice from the address and shows its price and stock', async () => {
    await open('/products/night-swell?size=a2');

    expect(await screen.findByText('€36.00')).toBeTruthy();
    expect(screen.getByText('Only 3 left')).toBeTruthy();
    expect(screen.getByText('€45.00').closest('p')?.textContent).toContain('30 days before');
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

  it('follows stock and price of what is chosen', async () => {
    const changes = new Subject<object>();
    await open('/products/night-swell?size=a2', aProductPage, changes);
    expect(await screen.findByText('Only 3 left')).toBeTruthy();
    await waitFor(() => expect(changes.observed).toBe(true));

    const price = { __typename: 'Money', amount: '30.00', currencyCode: 'EUR' };
    const a2 = { id: 'variation-A2', lowStockQuantity: 1, price };
    tell(changes, { ...a2, availability: 'LOW_STOCK' });

    const note = await screen.findByText('Only 1 left');
    expect(note.closest('[aria-live="polite"]')).toBeTruthy();
    expect(screen.getByText('€30.00')).toBeTruthy();

    tell(changes, { ...a2, availability: 'OUT_OF_STOCK', lowStockQuantity: null });
    expect(
      (await screen.findByRole<HTMLButtonElement>('button', { name: 'Sold out' })).disabled,
    ).toBe(true);

    tell(changes, { ...a2, availability: 'IN_STOCK', lowStockQuantity: null });
    expect(await screen.findByRole('button', { name: 'Add to cart' })).toBeTruthy();
  });

  it('keeps the quantity while stock changes, as far as there is enough', async () => {
    const changes = new Subject<object>();
    const cart = await open('/products/night-swell?size=a2', aProductPage, changes);
    const more = await screen.findByRole('button', { name: 'One more: Quantity' });
    fireEvent.click(more);
    fireEvent.click(more);
    await waitFor(() => expect(changes.observed).toBe(true));

    const price = { __typename: 'Money', amount: '36.00', currencyCode: 'EUR' };
    tell(changes, {
      id: 'variation-A2',
      availability: 'LOW_STOCK',
      lowStockQuantity: 2,
      price,
    });
    await screen.findByText('Only 2 left');
    fireEvent.click(screen.getByRole('button', { name: 'Add to cart' }));

    await waitFor(() => expect(cart.added).toEqual([['variation-A2', 2]]));
  });

  it('loads the product again when a variation is gone', async () => {
    const changes = new Subject<object>();
    let title = 'Night Swell';
    const page = aProductPage();
    await open(
      '/products/night-swell',
      () => ({ ...page, product: { ...page.product, title } }),
      changes,
    );
    await screen.findByRole('heading', { level: 1, name: 'Night Swell' });
    await waitFor(() => expect(changes.observed).toBe(true));

    title = 'Night Swell II';
    changes.next({
      variationChanges: {
        __typename: 'VariationChanges',
        variations: [],
        goneIds: ['variation-A1'],
      },
    });

    expect(await screen.findByRole('heading', { name: 'Night Swell II' })).toBeTruthy();
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
