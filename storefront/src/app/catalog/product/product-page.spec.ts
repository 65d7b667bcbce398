import { Location } from '@angular/common';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { NEVER, type Observable, Subject } from 'rxjs';

import { type AddResult, CartStore } from '#shared/cart/cart-store';
import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { aBundlePage } from '../testing/a-bundle';
import { aProductPage } from '../testing/a-product';
import { ProductPage } from './product-page';

class FakeCart {
  readonly added: [string, number][] = [];
  parts: unknown;
  next: AddResult = { ok: true };
  readonly cart = signal<{ lines: { quantity: number; variation: { id: string } }[] } | undefined>(
    undefined,
  );

  add(variationId: string, quantity: number, parts?: unknown): Promise<AddResult> {
    this.parts = parts;
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
        new FakeApi()
          .on('ProductPage', answer)
          .on('BackInStockRequest', ({ input }) => ({
            backInStockRequest: {
              backInStockRequest: { __typename: 'BackInStockRequest', ...(input as object) },
              userErrors: [],
            },
          }))
          .stream('WatchVariations', () => changes),
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

  it('asks where to send word when what is sold out comes back', async () => {
    await open('/products/night-swell?size=a1');
    const form = await screen.findByRole('form', { name: 'Tell me when it is back' });
    const email = within(form).getByLabelText('Tell me when it is back');

    fireEvent.click(within(form).getByRole('button', { name: 'Tell me' }));
    expect(await screen.findByText('Enter your email address.')).toBeTruthy();
    fireEvent.input(email, { target: { value: 'ada@example.com' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Tell me' }));

    expect(await screen.findByText('ada@example.com')).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('the page of a bundle', () => {
  const units = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
  const frame = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });

  it('begins with the parts that the shop proposes and their price', async () => {
    await open('/products/night-swell', aBundlePage);

    expect(await screen.findByText('€27.00')).toBeTruthy();
    expect(units('Moon').value).toBe('1');
    expect(screen.getByText(', 2 chosen')).toBeTruthy();
    expect(frame(/None/).checked).toBe(true);
  });

  it('takes the parts from the address, and its price follows each choice', async () => {
    await open('/products/night-swell?choice-1=Moon*2', aBundlePage);
    expect(await screen.findByText('€18.00')).toBeTruthy();

    fireEvent.click(frame(/Oak/));

    expect(await screen.findByText('€45.00')).toBeTruthy();
    expect(TestBed.inject(Location).path()).toContain('choice-2=Oak');
  });

  it('lets nothing be chosen that is sold out', async () => {
    await open('/products/night-swell', aBundlePage);

    await screen.findByText('€27.00');
    expect(frame(/Ash/).disabled).toBe(true);
    expect(screen.queryByRole('textbox', { name: 'Gone' })).toBeNull();
  });

  it('points at the set of which too little is chosen instead of adding something', async () => {
    const cart = await open('/products/night-swell?choice-1=Moon', aBundlePage);

    fireEvent.click(await screen.findByRole('button', { name: 'Add to cart' }));

    const problem = await screen.findByText('Choose 1 more.');
    expect(screen.getByRole('group', { name: /Prints/ }).getAttribute('aria-describedby')).toBe(
      problem.id,
    );
    expect(cart.added).toEqual([]);
  });

  it('adds the bundle with its parts', async () => {
    const cart = await open('/products/night-swell?choice-2=Oak', aBundlePage);

    fireEvent.click(await screen.findByRole('button', { name: 'Add to cart' }));

    expect(await screen.findByRole('button', { name: 'Added' })).toBeTruthy();
    expect(cart.added).toEqual([['variation-A3', 1]]);
    expect(cart.parts).toEqual([
      { choiceId: 'prints', variationId: 'part-Moon', quantity: 1 },
      { choiceId: 'prints', variationId: 'part-Tide', quantity: 1 },
      { choiceId: 'frame', variationId: 'part-Oak', quantity: 1 },
    ]);
  });
});
