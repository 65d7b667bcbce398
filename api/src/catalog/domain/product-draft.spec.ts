import { priceRangeOf, problemsOf, type ProductDraft, variationTitle } from './product-draft';
import { slugOf } from './slug';

function aDraft(changes: Partial<ProductDraft> = {}): ProductDraft {
  return {
    slug: 'low-tide',
    title: 'Low Tide',
    description: 'A sea.',
    attributes: [],
    basePriceMinor: 2400,
    options: [
      { name: 'Size', values: [{ name: 'A3' }, { name: 'A2' }] },
      { name: 'Frame', values: [{ name: 'Oak', swatch: '#c69c6d' }] },
    ],
    variations: [
      { sku: 'LT-A3', values: ['A3', 'Oak'], priceModifierMinor: 3900 },
      { sku: 'LT-A2', values: ['A2', 'Oak'], priceModifierMinor: 5100 },
    ],
    collections: [],
    imageIds: [],
    ...changes,
  };
}
const messages = (draft: ProductDraft) => problemsOf(draft).map(({ message }) => message);

describe('a product draft', () => {
  it('has no problem when every variation chooses one value of each option', () => {
    expect(problemsOf(aDraft())).toEqual([]);
  });

  it('needs a variation', () => {
    expect(messages(aDraft({ variations: [] }))).toEqual(['A product has at least one variation.']);
  });

  it('refuses a combination that is given twice', () => {
    const [first] = aDraft().variations;
    const variations = first ? [first, { ...first, sku: 'OTHER' }] : [];

    expect(messages(aDraft({ variations }))).toEqual(['A3 / Oak is given twice.']);
  });

  it('refuses a SKU that is given twice', () => {
    const variations = aDraft().variations.map((variation) => ({ ...variation, sku: 'SAME' }));

    expect(messages(aDraft({ variations }))).toEqual(['The SKU SAME is given twice.']);
  });

  it('refuses a value that its option does not offer', () => {
    const variations = [{ sku: 'LT-A1', values: ['A1', 'Oak'], priceModifierMinor: 0 }];

    expect(messages(aDraft({ variations }))).toEqual([
      'LT-A1 has a value that the option Size does not offer.',
    ]);
  });

  it('refuses a modifier that takes more than the base price', () => {
    const variations = [{ sku: 'LT', values: ['A3', 'Oak'], priceModifierMinor: -2401 }];

    expect(messages(aDraft({ variations }))).toEqual(['LT would cost less than nothing.']);
  });

  it('costs from its cheapest to its dearest variation', () => {
    expect(priceRangeOf(aDraft())).toEqual({ lowest: 6300, highest: 7500 });
  });
});

describe('the title of a variation', () => {
  it('joins its values', () => {
    expect(variationTitle(['A2', 'Black frame'])).toBe('A2 / Black frame');
  });

  it('is Default when there is nothing to choose', () => {
    expect(variationTitle([])).toBe('Default');
  });
});

describe('a slug', () => {
  it.each([
    ['Overprint No. 3', 'overprint-no-3'],
    ['Café “Grün”', 'cafe-grun'],
    ["Maker's Mark", 'makers-mark'],
    ['½ m', '1-2-m'],
    ['日本', 'product'],
  ])('of %s is %s', (title, slug) => {
    expect(slugOf(title, 'product')).toBe(slug);
  });
});
