import type { Availability } from '#shared/graphql/types.generated';

const eur = (amount: string) => ({ __typename: 'Money', amount, currencyCode: 'EUR' });

/** A product as a list shows it. */
export function aProductCard(
  product: {
    slug?: string;
    title?: string;
    price?: string;
    upTo?: string;
    availability?: Availability;
  } = {},
) {
  const slug = product.slug ?? 'night-swell';
  return {
    __typename: 'Product',
    id: `id-${slug}`,
    slug,
    title: product.title ?? 'Night Swell',
    availability: product.availability ?? 'IN_STOCK',
    featuredImage: null,
    priceRange: {
      __typename: 'PriceRange',
      min: eur(product.price ?? '28.00'),
      max: eur(product.upTo ?? product.price ?? '28.00'),
    },
  };
}

/** A poster in two sizes, of which the larger is low in stock. */
export function aProductPage() {
  const sizes = [
    { name: 'A3', price: '28.00', availability: 'IN_STOCK', left: null },
    { name: 'A2', price: '36.00', availability: 'LOW_STOCK', left: 3 },
    { name: 'A1', price: '52.00', availability: 'OUT_OF_STOCK', left: null },
  ];
  return {
    product: {
      ...aProductCard({ upTo: '52.00' }),
      description: 'Waves at night.\n\nTwo inks.',
      attributes: [{ __typename: 'ProductAttribute', name: 'Paper', value: '240 g/m²' }],
      images: [],
      options: [
        {
          __typename: 'ProductOption',
          id: 'size',
          name: 'Size',
          values: sizes.map(({ name }) => ({
            __typename: 'ProductOptionValue',
            id: `size-${name}`,
            name,
            swatch: null,
          })),
        },
      ],
      variations: sizes.map(({ name, price, availability, left }) => ({
        __typename: 'ProductVariation',
        id: `variation-${name}`,
        sku: `NS-${name}`,
        title: name,
        availability,
        lowStockQuantity: left,
        price: eur(price),
        priorPrice: name === 'A2' ? eur('45.00') : null,
        selectedOptions: [{ __typename: 'SelectedOption', name: 'Size', value: name }],
        image: null,
      })),
      collections: [],
      bundle: null,
    },
    shop: { __typename: 'Shop', pricesIncludeTax: true, shippingMethods: [] },
  };
}
