import type { CartFieldsFragment, CartLineFieldsFragment } from '../cart-store.generated';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

function costOf(total: string) {
  return {
    subtotal: gbp(total),
    discounts: gbp('0.00'),
    shipping: gbp('0.00'),
    tax: gbp('0.00'),
    total: gbp(total),
  };
}

/** A line of a cart; give only what matters. */
export function aCartLine(given: Partial<CartLineFieldsFragment> = {}): CartLineFieldsFragment {
  const id = given.id ?? 'line-1';
  return {
    id,
    quantity: 1,
    unitPrice: gbp('12.00'),
    priceAtAdd: gbp('12.00'),
    cost: costOf('12.00'),
    parts: [],
    variation: {
      id: `variation-of-${id}`,
      title: 'A3',
      sku: 'MOON-A3',
      availability: 'IN_STOCK',
      lowStockQuantity: null,
      selectedOptions: [{ name: 'Size', value: 'A3' }],
      image: null,
      product: {
        id: `product-of-${id}`,
        slug: 'halftone-moon',
        title: 'Halftone Moon',
        featuredImage: null,
      },
    },
    ...given,
  };
}

/** A cart with one line; give only what matters. */
export function aCart(given: Partial<CartFieldsFragment> = {}): CartFieldsFragment {
  const lines = given.lines ?? [aCartLine()];
  return {
    id: 'cart-1',
    version: 1,
    couponCodes: [],
    totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    lines,
    cost: costOf('12.00'),
    problems: [],
    gifts: [],
    priceExplanation: { promotions: [] },
    ...given,
  };
}

/** The cart as the API answers it, with the type names that the cache files it under. */
export function asAnswered(cart: CartFieldsFragment): object {
  return {
    __typename: 'Cart',
    ...cart,
    lines: cart.lines.map((line) => ({
      __typename: 'CartLine',
      ...line,
      parts: line.parts.map((part) => ({
        __typename: 'CartLinePart',
        ...part,
        variation: {
          __typename: 'ProductVariation',
          ...part.variation,
          product: { __typename: 'Product', ...part.variation.product },
        },
      })),
      variation: {
        __typename: 'ProductVariation',
        ...line.variation,
        product: { __typename: 'Product', ...line.variation.product },
      },
    })),
  };
}
