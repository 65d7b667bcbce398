import { changedTags, type ProductDocument } from './product-document';

const image = { id: 'i1', fileName: 'front.jpg', alt: 'Front', width: 10, height: 20 };
const document: ProductDocument = {
  id: 'p1',
  version: 1,
  slug: 'low-tide',
  title: 'Low Tide',
  description: 'A sea.',
  attributes: [],
  featuredRank: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  lowestPriceMinor: '1000',
  highestPriceMinor: '1500',
  options: [],
  images: [image],
  variations: [
    {
      id: 'v1',
      sku: 'S',
      title: 'S',
      priceMinor: '1000',
      basePriceMinor: '1000',
      priorPriceMinor: null,
      selectedOptions: [],
      image: null,
    },
    {
      id: 'v2',
      sku: 'L',
      title: 'L',
      priceMinor: '1500',
      basePriceMinor: '1500',
      priorPriceMinor: null,
      selectedOptions: [],
      image: null,
    },
  ],
};
const [small, large] = document.variations;
if (!small || !large) throw new Error('The example has two variations.');

const content = 'product:p1:content';
const price = 'product:p1:price';

describe('what a new document of a product changes', () => {
  it.each<[string, Partial<ProductDocument>, string[]]>([
    ['nothing', {}, []],
    ['its version alone', { version: 2 }, []],
    ['the time of its change', { updatedAt: '2026-01-02T00:00:00Z' }, ['product:p1:touched']],
    ['its title', { title: 'High Tide' }, [content, 'listing:text']],
    ['its description', { description: 'No sea.' }, [content, 'listing:text']],
    ['an attribute', { attributes: [{ name: 'Paper', value: 'Thick' }] }, [content]],
    ['a picture', { images: [{ ...image, alt: 'Back' }] }, [content]],
    ['its rank', { featuredRank: 2 }, ['listing']],
    [
      'the price of its dearest variation',
      { highestPriceMinor: '1600', variations: [small, { ...large, priceMinor: '1600' }] },
      [price],
    ],
    [
      'the price of its cheapest variation',
      { lowestPriceMinor: '900', variations: [{ ...small, priceMinor: '900' }, large] },
      [price, 'listing:price'],
    ],
    ['a SKU', { variations: [{ ...small, sku: 'XS' }, large] }, [content, 'listing:text']],
    [
      'the order of its variations',
      { variations: [large, small] },
      [content, price, 'listing:text'],
    ],
    [
      'a variation that is gone',
      { variations: [small], highestPriceMinor: '1000' },
      [content, price, 'product:p1:stock', 'listing:stock', 'listing:text'],
    ],
  ])('with %s', (_what, changes, tags) => {
    expect(changedTags(document, { ...document, ...changes })).toEqual(tags);
  });

  it('is every list and the slug when the product is new', () => {
    expect(changedTags(undefined, document)).toEqual([content, 'product-slug:low-tide', 'listing']);
  });
});
