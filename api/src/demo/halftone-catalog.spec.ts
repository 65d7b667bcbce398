import { picturesOf } from './demo-pictures';
import { HALFTONE_COLLECTIONS, HALFTONE_PRODUCTS, variationsOf } from './halftone-catalog';

const slugs = HALFTONE_PRODUCTS.map(({ slug }) => slug);

describe('the catalogue of the demo shop', () => {
  it('has at least 60 products and 8 collections, each filled', () => {
    expect(HALFTONE_PRODUCTS.length).toBeGreaterThanOrEqual(60);
    expect(HALFTONE_COLLECTIONS.length).toBeGreaterThanOrEqual(8);
    for (const { slug } of HALFTONE_COLLECTIONS) {
      const members = HALFTONE_PRODUCTS.filter(({ collections }) => collections.includes(slug));
      expect(members.length).toBeGreaterThanOrEqual(8);
    }
  });

  it('gives every product a slug, a featured rank and SKUs of its own', () => {
    const skus = HALFTONE_PRODUCTS.flatMap((product) => variationsOf(product)).map(
      ({ sku }) => sku,
    );

    expect(new Set(slugs).size).toBe(slugs.length);
    expect(new Set(skus).size).toBe(skus.length);
    const ranks = HALFTONE_PRODUCTS.map(({ featuredRank }) => featuredRank);
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('puts products only into collections that exist, with covers that exist', () => {
    const known = HALFTONE_COLLECTIONS.map(({ slug }) => slug);
    for (const { collections } of HALFTONE_PRODUCTS) {
      expect(known).toEqual(expect.arrayContaining([...collections]));
    }
    for (const { coverProduct } of HALFTONE_COLLECTIONS) expect(slugs).toContain(coverProduct);
  });

  it.each(HALFTONE_PRODUCTS.map((product) => [product.slug, product] as const))(
    'sells every combination of %s at a positive price',
    (_slug, product) => {
      const variations = variationsOf(product);

      const combinations = product.options.reduce((all, { values }) => all * values.length, 1);
      expect(variations).toHaveLength(combinations);
      for (const { values, priceModifierMinor } of variations) {
        expect(values.map(({ option }) => option)).toEqual(product.options.map(({ name }) => name));
        expect(product.basePriceMinor + priceModifierMinor).toBeGreaterThan(0);
      }
    },
  );

  it('describes every product in two paragraphs', () => {
    for (const { description } of HALFTONE_PRODUCTS) {
      expect(description.split('\n\n')).toHaveLength(2);
    }
  });

  it('has one product that is sold out, some variations that are, and some that nearly are', () => {
    const plain = HALFTONE_PRODUCTS.filter(({ bundle }) => !bundle);
    const stock = plain.map((product) => variationsOf(product).map((v) => v.stock));

    expect(stock.filter((counts) => counts.every((count) => count === 0))).toHaveLength(1);
    expect(stock.flat().filter((count) => count === 0).length).toBeGreaterThan(10);
    expect(stock.flat().filter((count) => count > 0 && count < 5).length).toBeGreaterThan(10);
  });

  it('has sets of parts that it sells, of which the default ones are there', () => {
    const stock = new Map(
      HALFTONE_PRODUCTS.flatMap(variationsOf).map((variation) => [variation.sku, variation.stock]),
    );
    const sets = HALFTONE_PRODUCTS.flatMap(({ bundle }) => bundle ?? []);

    expect(sets.length).toBeGreaterThan(0);
    for (const { units, parts } of sets) {
      const chosen = parts.filter(({ defaultUnits }) => defaultUnits > 0);
      expect(chosen.reduce((sum, { defaultUnits }) => sum + defaultUnits, 0)).toBe(units);
      expect(parts.filter(({ sku }) => !stock.has(sku))).toEqual([]);
      expect(chosen.filter(({ sku }) => (stock.get(sku) ?? 0) < 5)).toEqual([]);
    }
  });

  it('shows every colour in a picture of its own, the lead first and the artwork second', () => {
    for (const product of HALFTONE_PRODUCTS) {
      const pictures = picturesOf(product);
      const coloured = product.options.find(({ pictured }) => pictured);

      expect(pictures).toHaveLength((coloured?.values.length ?? 1) + 1);
      expect(pictures[1]?.spec.view).toBe('artwork');
      if (product.leadValue) expect(pictures[0]?.shows?.value).toBe(product.leadValue);
    }
  });
});
