import type { ProductInput } from '../commands/product-input';

/** A product with one variation, unless the changes say otherwise. */
export function aProduct(
  changes: Partial<ProductInput> & { readonly title: string },
): ProductInput {
  const sku = changes.title.toUpperCase().replaceAll(/\W+/g, '-');
  return { basePriceMinor: 1000, variations: [{ sku }], ...changes };
}

/** A product that is made in two sizes, the larger dearer by 5.00. */
export function aSizedProduct(
  changes: Partial<ProductInput> & { readonly title: string },
): ProductInput {
  const sku = changes.title.toUpperCase().replaceAll(/\W+/g, '-');
  return aProduct({
    options: [{ name: 'Size', values: [{ name: 'Small' }, { name: 'Large' }] }],
    variations: [
      { sku: `${sku}-S`, values: ['Small'] },
      { sku: `${sku}-L`, values: ['Large'], priceModifierMinor: 500 },
    ],
    ...changes,
  });
}
