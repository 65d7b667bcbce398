import type { CheckoutViewFragment } from '../data/checkout-fragments.generated';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

const cost = {
  subtotal: gbp('24.00'),
  discounts: gbp('0.00'),
  shipping: gbp('4.50'),
  tax: gbp('4.75'),
  total: gbp('28.50'),
};

/** An address in London, as the API answers it. */
export const anAddress = {
  name: 'Ada Lovelace',
  company: null,
  line1: '12 St James Square',
  line2: null,
  city: 'London',
  region: null,
  postcode: 'SW1Y 4JH',
  countryCode: 'GB',
  phone: null,
};

/** The shop's only way of shipping. */
export const standardShipping = {
  code: 'standard',
  name: 'Standard delivery',
  description: '2 to 4 days',
  price: gbp('4.50'),
};

/** A checkout of one poster with nothing answered yet; give only what matters. */
export function aCheckout(given: Partial<CheckoutViewFragment> = {}): CheckoutViewFragment {
  return {
    id: 'checkout-1',
    version: 1,
    status: 'CREATED',
    email: null,
    reservedUntil: null,
    shippingAddress: null,
    shippingMethod: null,
    lines: [
      {
        id: 'line-1',
        quantity: 1,
        isGift: false,
        parts: [],
        unitPrice: gbp('24.00'),
        cost,
        variation: {
          id: 'variation-1',
          title: 'A2',
          image: null,
          product: {
            id: 'product-1',
            slug: 'halftone-moon',
            title: 'Halftone Moon',
            featuredImage: null,
          },
        },
      },
    ],
    cost,
    giftCards: [],
    priceExplanation: { promotions: [] },
    due: given.cost?.total ?? cost.total,
    order: null,
    ...given,
  };
}

/** A checkout whose questions are all answered. */
export function anAnsweredCheckout(
  given: Partial<CheckoutViewFragment> = {},
): CheckoutViewFragment {
  return aCheckout({
    email: 'ada@example.com',
    shippingAddress: anAddress,
    shippingMethod: standardShipping,
    ...given,
  });
}

/** The checkout as the API answers it, with the type names that the cache files it under. */
export function asAnswered(checkout: CheckoutViewFragment): object {
  return {
    __typename: 'Checkout',
    ...checkout,
    shippingAddress: checkout.shippingAddress && {
      __typename: 'Address',
      ...checkout.shippingAddress,
    },
    lines: checkout.lines.map((line) => ({
      __typename: 'CheckoutLine',
      ...line,
      variation: {
        __typename: 'ProductVariation',
        ...line.variation,
        product: { __typename: 'Product', ...line.variation.product },
      },
    })),
  };
}
