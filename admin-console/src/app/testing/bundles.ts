import type { ChosenBundleFragment } from '../shared/goods/bundle-parts.generated';
import { pounds } from './drafts';

/** A variation that a bundle may be made of. */
export function anOption(id: string, title: string, defaultQuantity = 0) {
  return {
    __typename: 'BundleOption' as const,
    defaultQuantity,
    variation: {
      __typename: 'ProductVariation' as const,
      id,
      title: 'Default',
      availability: 'IN_STOCK' as const,
      lowStockQuantity: null,
      price: pounds('3.00'),
      product: { __typename: 'Product' as const, id: `product of ${id}`, title },
    },
  };
}

/** A frame of two, and two or three cards of two. */
export function aBundle(): ChosenBundleFragment & { readonly __typename: 'Bundle' } {
  const choice = { __typename: 'BundleChoice' as const };
  const rule = { __typename: 'BundlePriceRule' as const };
  return {
    __typename: 'Bundle',
    priceRule: { ...rule, kind: 'SUM' },
    choices: [
      {
        ...choice,
        id: 'c1',
        name: 'Frame',
        minQuantity: 1,
        maxQuantity: 1,
        options: [anOption('oak', 'Oak', 1), anOption('ash', 'Ash')],
      },
      {
        ...choice,
        id: 'c2',
        name: 'Cards',
        minQuantity: 2,
        maxQuantity: 3,
        options: [anOption('sun', 'Sun', 2), anOption('moon', 'Moon')],
      },
    ],
  };
}
