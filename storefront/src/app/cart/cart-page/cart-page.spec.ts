import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { Subject } from 'rxjs';

import type { CartFieldsFragment } from '#shared/cart/cart-store.generated';
import { aCart, aCartLine, asAnswered } from '#shared/cart/testing/a-cart';
import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { Toaster } from '#shared/ui/toast/toaster';
import { CartPage } from './cart-page';

interface Payload {
  cart: CartFieldsFragment | null;
  userErrors?: object[];
  warnings?: object[];
}

const payload = (name: string, { cart, userErrors = [], warnings = [] }: Payload) => ({
  [name]: { cart: cart && asAnswered(cart), userErrors, warnings },
});

async function open(cart: CartFieldsFragment | null) {
  const api = new FakeApi()
    .on('Cart', () => ({ cart: cart && asAnswered(cart) }))
    .on('CartSuggestions', () => ({ collections: { nodes: [] } }));
  TestBed.configureTestingModule({
    providers: [provideFakeApi(api), provideRouter([{ path: 'cart', component: CartPage }])],
  });
  const harness = await RouterTestingHarness.create('/cart');
  document.body.append(harness.fixture.nativeElement as Node);
  return api;
}

const quantity = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Quantity of/ });

describe('the cart page', () => {
  it('lists what is in the cart and leads to the checkout', async () => {
    await open(aCart());

    expect(await screen.findByRole('heading', { name: 'Halftone Moon' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Checkout' }).getAttribute('href')).toBe('/checkout');
  });

  it('shows a new quantity before the shop has answered, and sends the version it saw', async () => {
    const api = await open(aCart({ version: 7 }));
    const answer = new Subject<object>();
    api.stream('CartLinesUpdate', () => answer);

    fireEvent.click(await screen.findByRole('button', { name: /One more/ }));

    await waitFor(() => expect(quantity().value).toBe('2'));
    answer.next(
      payload('cartLinesUpdate', {
        cart: aCart({ version: 8, lines: [aCartLine({ quantity: 2 })] }),
      }),
    );
    answer.complete();
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('2 items'));
    expect(api.requests.at(-1)?.variables).toEqual({
      input: { lines: [{ lineId: 'line-1', quantity: 2 }], expectedVersion: 7 },
    });
  });

  it('takes the quantity back and says why when there is not enough', async () => {
    const api = await open(aCart());
    const answer = new Subject<object>();
    api.stream('CartLinesUpdate', () => answer);
    fireEvent.click(await screen.findByRole('button', { name: /One more/ }));
    await waitFor(() => expect(quantity().value).toBe('2'));

    answer.next(
      payload('cartLinesUpdate', {
        cart: aCart(),
        userErrors: [
          {
            __typename: 'InsufficientStock',
            code: 'INSUFFICIENT_STOCK',
            message: 'Not enough.',
            path: null,
            lineId: 'line-1',
            variationId: 'variation-of-line-1',
            available: 1,
          },
        ],
      }),
    );
    answer.complete();

    expect(
      await screen.findByText('Only 1 left in stock.', { selector: 'article *' }),
    ).toBeTruthy();
    await waitFor(() => expect(quantity().value).toBe('1'));
  });

  it('loads the cart anew and says so when it was changed elsewhere', async () => {
    const api = await open(aCart());
    api.on('CartLinesUpdate', () =>
      payload('cartLinesUpdate', {
        cart: null,
        userErrors: [
          {
            __typename: 'VersionConflict',
            code: 'VERSION_CONFLICT',
            message: 'Moved.',
            path: null,
          },
        ],
      }),
    );
    await screen.findByRole('button', { name: /One more/ });
    api.on('Cart', () => ({
      cart: asAnswered(aCart({ version: 9, lines: [aCartLine({ quantity: 5 })] })),
    }));

    fireEvent.click(screen.getByRole('button', { name: /One more/ }));

    await waitFor(() => expect(quantity().value).toBe('5'));
    expect(screen.getByText(/changed somewhere else/, { selector: 'article *' })).toBeTruthy();
  });

  it('sends only the last of several quick presses', async () => {
    const api = await open(aCart());
    api.on('CartLinesUpdate', ({ input }) => {
      const wanted = (input as { lines: { quantity: number }[] }).lines[0]?.quantity ?? 0;
      return payload('cartLinesUpdate', {
        cart: aCart({ version: 2, lines: [aCartLine({ quantity: wanted })] }),
      });
    });
    const more = await screen.findByRole('button', { name: /One more/ });

    fireEvent.click(more);
    fireEvent.click(more);
    fireEvent.click(more);

    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('4 items'));
    expect(quantity().value).toBe('4');
    expect(api.requests.filter(({ operation }) => operation === 'CartLinesUpdate')).toHaveLength(1);
  });

  it('puts a removed line back on Undo', async () => {
    const api = await open(aCart({ lines: [aCartLine({ quantity: 3 })] }));
    api
      .on('CartLinesRemove', () =>
        payload('cartLinesRemove', { cart: aCart({ version: 2, lines: [] }) }),
      )
      .on('CartLinesAdd', () =>
        payload('cartLinesAdd', {
          cart: aCart({ version: 3, lines: [aCartLine({ quantity: 3 })] }),
        }),
      );

    fireEvent.click(await screen.findByRole('button', { name: 'Remove Halftone Moon' }));
    expect(await screen.findByRole('heading', { name: 'Your cart is empty' })).toBeTruthy();
    await waitFor(() => expect(TestBed.inject(Toaster).toasts()).toHaveLength(1));
    TestBed.inject(Toaster).toasts()[0]?.action?.run();

    expect(await screen.findByRole('heading', { name: 'Halftone Moon' })).toBeTruthy();
    expect(api.requests.at(-1)?.variables).toEqual({
      input: { lines: [{ variationId: 'variation-of-line-1', quantity: 3 }] },
    });
  });

  it('does not go to the checkout with an item that is sold out', async () => {
    await open(
      aCart({
        problems: [{ code: 'OUT_OF_STOCK', lineId: 'line-1', message: 'Sold out.', available: 0 }],
      }),
    );

    expect(await screen.findByText('Sold out since you added it.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Checkout' })).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Checkout' }).disabled).toBe(true);
  });

  it('leads on from an empty cart', async () => {
    await open(null);

    expect(await screen.findByRole('heading', { name: 'Your cart is empty' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See all prints' })).toBeTruthy();
  });

  it('takes a discount code, and shows it with what it takes off', async () => {
    const api = await open(aCart());
    const money = (amount: string) => ({ amount, currencyCode: 'GBP' });
    const reduced = { ...aCart().cost, discounts: money('1.20'), total: money('10.80') };
    api.on('CartCouponsApply', () =>
      payload('cartCouponsApply', { cart: aCart({ couponCodes: ['TENOFF'], cost: reduced }) }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Add a discount code' }));
    fireEvent.input(await screen.findByLabelText('Discount code'), {
      target: { value: ' tenoff ' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }));

    expect(await screen.findByRole('button', { name: 'Remove code TENOFF' })).toBeTruthy();
    expect(screen.getByText('£1.20').parentElement?.textContent).toContain('−');
    expect(api.requests.at(-1)?.variables).toEqual({ input: { couponCodes: ['tenoff'] } });
  });

  it('says at the field why a discount code is not taken', async () => {
    const api = await open(aCart());
    api.on('CartCouponsApply', () =>
      payload('cartCouponsApply', {
        cart: null,
        userErrors: [
          {
            __typename: 'CouponUnusable',
            code: 'COUPON_UNUSABLE',
            message: 'The code OLD is no longer valid.',
            path: ['couponCodes', '0'],
          },
        ],
      }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Add a discount code' }));
    const field = await screen.findByLabelText('Discount code');
    fireEvent.input(field, { target: { value: 'old' } });
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }));

    expect(await screen.findByText('The code OLD is no longer valid.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('lists what a bundle consists of', async () => {
    const part = (title: string) => ({
      choiceId: 'prints',
      choiceName: 'Prints',
      quantity: 1,
      variation: { id: `v-${title}`, title: 'A5', product: { id: `p-${title}`, title } },
    });
    await open(aCart({ lines: [aCartLine({ parts: [part('Moon'), part('Tide')] })] }));

    const parts = await screen.findByRole('list', { name: 'What is in Halftone Moon' });
    expect([...parts.children].map(({ textContent }) => textContent.trim())).toEqual([
      '1 × Moon (A5)',
      '1 × Tide (A5)',
    ]);
  });

  it('says why it costs this, what is a present, and how little is missing for more', async () => {
    const outcome = {
      promotionId: 'promotion-1',
      class: 'ORDER' as const,
      code: null,
      reason: null,
      missingAmount: null,
      missingQuantity: null,
      beatenByName: null,
      message: '',
    };
    const { variation } = aCartLine();
    await open(
      aCart({
        gifts: [
          {
            promotionId: 'promotion-2',
            quantity: 1,
            variation: { ...variation, product: { ...variation.product, title: 'Postcard' } },
          },
        ],
        priceExplanation: {
          promotions: [
            {
              ...outcome,
              name: 'Autumn sale',
              status: 'APPLIED',
              amount: { amount: '2.00', currencyCode: 'GBP' },
            },
            {
              ...outcome,
              name: 'Free delivery',
              status: 'REJECTED',
              amount: null,
              reason: 'SUBTOTAL_TOO_LOW',
              missingAmount: { amount: '5.00', currencyCode: 'GBP' },
            },
          ],
        },
      }),
    );

    expect((await screen.findByText('Autumn sale')).parentElement?.textContent).toContain('£2.00');
    expect(screen.getByText('Spend £5.00 more for “Free delivery”.')).toBeTruthy();
    expect(screen.getByText('Postcard').closest('li')?.textContent).toContain('Free gift');
  });
});
