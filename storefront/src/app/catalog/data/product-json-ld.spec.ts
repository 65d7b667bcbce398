import { breadcrumbJsonLd, productJsonLd } from './product-json-ld';

describe('a product for search engines', () => {
  const product = {
    slug: 'night-swell',
    title: 'Night Swell',
    description: 'Waves.',
    images: [{ url: '/media/night-swell.webp' }],
    variations: [
      {
        sku: 'NS-A3',
        title: 'A3',
        availability: 'OUT_OF_STOCK' as const,
        price: { amount: '28.00', currencyCode: 'EUR' },
      },
    ],
  };

  it('offers each variation with its price and stock', () => {
    expect(productJsonLd(product, 'https://shop.example')).toMatchObject({
      '@type': 'Product',
      name: 'Night Swell',
      image: ['https://shop.example/media/night-swell.webp'],
      offers: [
        {
          sku: 'NS-A3',
          price: '28.00',
          priceCurrency: 'EUR',
          availability: 'https://schema.org/OutOfStock',
          url: 'https://shop.example/products/night-swell?sku=NS-A3',
        },
      ],
    });
  });

  it('numbers the breadcrumbs from home', () => {
    const crumbs = breadcrumbJsonLd(
      [{ label: 'Home', link: '/' }, { label: 'Night Swell' }],
      'https://shop.example',
    );

    expect(crumbs).toMatchObject({
      itemListElement: [
        { position: 1, name: 'Home', item: 'https://shop.example/' },
        { position: 2, name: 'Night Swell' },
      ],
    });
  });
});
