import type { Availability } from '#shared/graphql/types.generated';

/** What search engines are told about a product. */
export interface DescribedProduct {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly images: readonly { readonly url: string }[];
  readonly variations: readonly {
    readonly sku: string;
    readonly title: string;
    readonly availability: Availability;
    readonly price: { readonly amount: string; readonly currencyCode: string };
  }[];
}

const SCHEMA_AVAILABILITY: Readonly<Record<Availability, string>> = {
  IN_STOCK: 'https://schema.org/InStock',
  LOW_STOCK: 'https://schema.org/LimitedAvailability',
  OUT_OF_STOCK: 'https://schema.org/OutOfStock',
};

/** A product as schema.org describes one, with one offer per variation. */
export function productJsonLd(product: DescribedProduct, origin: string): object {
  const url = `${origin}/products/${product.slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.description,
    image: product.images.map((image) => new URL(image.url, origin).href),
    sku: product.variations[0]?.sku,
    brand: { '@type': 'Brand', name: 'Halftone' },
    url,
    offers: product.variations.map((variation) => ({
      '@type': 'Offer',
      name: variation.title,
      sku: variation.sku,
      price: variation.price.amount,
      priceCurrency: variation.price.currencyCode,
      availability: SCHEMA_AVAILABILITY[variation.availability],
      url: `${url}?sku=${encodeURIComponent(variation.sku)}`,
    })),
  };
}

/** The way to a page as schema.org describes it. */
export function breadcrumbJsonLd(
  items: readonly { readonly label: string; readonly link?: string }[],
  origin: string,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: items.map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: item.label,
      item: item.link && `${origin}${item.link}`,
    })),
  };
}
