import type { Availability } from '#shared/graphql/types.generated';
import { aProductPage } from './a-product';

const eur = (amount: string) => ({ __typename: 'Money', amount, currencyCode: 'EUR' });

/** Something that may be chosen for a bundle, as the API answers it. */
export function aBundlePart(
  sku: string,
  price: string,
  availability: Availability = 'IN_STOCK',
  defaultQuantity = 0,
) {
  return {
    __typename: 'BundleOption',
    defaultQuantity,
    variation: {
      __typename: 'ProductVariation',
      id: `part-${sku}`,
      sku,
      title: 'Default',
      availability,
      lowStockQuantity: null,
      price: eur(price),
      image: null,
      product: { __typename: 'Product', id: `of-${sku}`, title: sku, featuredImage: null },
    },
  };
}

/** The page of a set of two or three prints with a frame, ten per cent below its parts. */
export function aBundlePage() {
  const page = aProductPage();
  const [first] = page.product.variations;
  return {
    ...page,
    product: {
      ...page.product,
      options: [],
      variations: [{ ...first, selectedOptions: [] }],
      bundle: {
        __typename: 'Bundle',
        priceRule: { __typename: 'BundlePriceRule', kind: 'PERCENT_OFF', percentOff: '10' },
        choices: [
          {
            __typename: 'BundleChoice',
            id: 'prints',
            name: 'Prints',
            minQuantity: 2,
            maxQuantity: 3,
            options: [
              aBundlePart('Moon', '10.00', 'IN_STOCK', 1),
              aBundlePart('Tide', '20.00', 'IN_STOCK', 1),
              aBundlePart('Gone', '9.00', 'OUT_OF_STOCK'),
            ],
          },
          {
            __typename: 'BundleChoice',
            id: 'frame',
            name: 'Frame',
            minQuantity: 0,
            maxQuantity: 1,
            options: [aBundlePart('Oak', '30.00'), aBundlePart('Ash', '25.00', 'OUT_OF_STOCK')],
          },
        ],
      },
    },
  };
}
