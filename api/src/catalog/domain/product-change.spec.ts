import { changeProduct, type EditableProduct } from './product-change';

const shown: EditableProduct = {
  version: 3,
  title: 'Low Tide',
  description: 'A sea.',
  basePriceMinor: 1_000n,
};
const product = { ...shown, lowestModifierMinor: -300n };

describe('a change of a product', () => {
  it('leaves what is not named', () => {
    expect(changeProduct(product, { title: 'High Tide', expectedVersion: 3 })).toMatchObject({
      ok: true,
      value: { ...shown, version: 4, title: 'High Tide' },
    });
  });

  it('may move the price down to where the cheapest variation costs nothing', () => {
    expect(changeProduct(product, { basePriceMinor: 300n })).toMatchObject({
      ok: true,
      value: { ...shown, version: 4, basePriceMinor: 300n },
    });
  });

  it('is none where nothing differs', () => {
    const wish = { title: 'Low Tide', description: 'A sea.', basePriceMinor: 1_000n };

    expect(changeProduct(product, wish)).toMatchObject({ ok: true, value: shown });
  });

  it.each([
    ['another version', { title: 'X', expectedVersion: 2 }, 'VERSION_CONFLICT'],
    ['a negative price', { basePriceMinor: -1n }, 'INVALID_INPUT'],
    ['a variation below nothing', { basePriceMinor: 299n }, 'INVALID_INPUT'],
  ])('is refused with %s', (_what, wish, code) => {
    expect(changeProduct(product, wish)).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});
