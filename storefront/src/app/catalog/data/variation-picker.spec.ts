import type { Availability } from '#shared/graphql/types.generated';
import {
  choose,
  missingOptions,
  pickerOptions,
  readSelection,
  selectedVariation,
  selectionParams,
  sharedImage,
} from './variation-picker';

function aPoster(stock: Record<string, Availability> = {}) {
  const pairs = [
    ['A3', 'None'],
    ['A3', 'Oak'],
    ['A2', 'None'],
    ['A2', 'Black'],
  ] as const;
  return {
    options: [
      { name: 'Size', values: [{ name: 'A3' }, { name: 'A2' }] },
      { name: 'Frame', values: [{ name: 'None' }, { name: 'Oak' }, { name: 'Black' }] },
    ],
    variations: pairs.map(([size, frame]) => ({
      sku: `${size}-${frame}`,
      availability: stock[`${size}-${frame}`] ?? ('IN_STOCK' as const),
      selectedOptions: [
        { name: 'Size', value: size },
        { name: 'Frame', value: frame },
      ],
    })),
  };
}

function valueOf(
  product: ReturnType<typeof aPoster>,
  selection: Record<string, string>,
  name: string,
) {
  return pickerOptions(product, selection)
    .flatMap(({ values }) => values)
    .find((value) => value.name === name);
}

describe('the variation picker', () => {
  it('starts with nothing chosen and says what is missing', () => {
    const selection = readSelection(aPoster(), {});

    expect(selection).toEqual({});
    expect(missingOptions(aPoster(), selection)).toEqual(['Size', 'Frame']);
    expect(selectedVariation(aPoster(), selection)).toBeUndefined();
  });

  it('finds the variation of a complete selection', () => {
    expect(selectedVariation(aPoster(), { Size: 'A2', Frame: 'Black' })?.sku).toBe('A2-Black');
  });

  it('dims values that do not exist beside the chosen ones', () => {
    expect(valueOf(aPoster(), { Size: 'A2' }, 'Oak')?.isCompatible).toBe(false);
    expect(valueOf(aPoster(), { Size: 'A2' }, 'Black')?.isCompatible).toBe(true);
  });

  it('drops what does not go together with a new choice', () => {
    expect(choose(aPoster(), { Size: 'A2', Frame: 'None' }, 'Frame', 'Oak')).toEqual({
      Frame: 'Oak',
    });
  });

  it('keeps what goes together with a new choice', () => {
    expect(choose(aPoster(), { Size: 'A2', Frame: 'None' }, 'Size', 'A3')).toEqual({
      Size: 'A3',
      Frame: 'None',
    });
  });

  it('strikes a value through when everything it can become is sold out', () => {
    const product = aPoster({ 'A2-Black': 'OUT_OF_STOCK' });

    expect(valueOf(product, {}, 'Black')?.isSoldOut).toBe(true);
    expect(valueOf(product, {}, 'A2')?.isSoldOut).toBe(false);
    expect(valueOf(product, { Frame: 'Black' }, 'A2')?.isSoldOut).toBe(true);
  });

  it('reads and writes the address', () => {
    const params = selectionParams(aPoster(), { Size: 'A2', Frame: 'Black' });

    expect(params).toEqual({ size: 'a2', frame: 'black', sku: null });
    expect(readSelection(aPoster(), { size: 'a2', frame: 'black' })).toEqual({
      Size: 'A2',
      Frame: 'Black',
    });
  });

  it('ignores what the address cannot mean', () => {
    expect(readSelection(aPoster(), { size: 'a2', frame: 'oak', colour: 'red' })).toEqual({
      Size: 'A2',
    });
  });

  it('understands a SKU in the address', () => {
    expect(readSelection(aPoster(), { sku: 'A3-Oak' })).toEqual({ Size: 'A3', Frame: 'Oak' });
  });

  it('shows the picture that the choices so far agree on', () => {
    const poster = aPoster();
    const pictured = {
      ...poster,
      variations: poster.variations.map((variation) => ({
        ...variation,
        image: { id: variation.selectedOptions[1]?.value ?? '' },
      })),
    };

    expect(sharedImage(pictured, { Frame: 'None' })).toEqual({ id: 'None' });
    expect(sharedImage(pictured, { Size: 'A2' })).toBeUndefined();
  });

  it('needs no choice where there is none', () => {
    const product = {
      options: [],
      variations: [{ sku: 'MUG', availability: 'IN_STOCK' as const, selectedOptions: [] }],
    };

    expect(selectedVariation(product, readSelection(product, {}))?.sku).toBe('MUG');
  });

  it('chooses a single value by itself and keeps it out of the address', () => {
    const product = {
      options: [{ name: 'Size', values: [{ name: 'One size' }] }],
      variations: [
        {
          sku: 'BAG',
          availability: 'IN_STOCK' as const,
          selectedOptions: [{ name: 'Size', value: 'One size' }],
        },
      ],
    };
    const selection = readSelection(product, {});

    expect(selectedVariation(product, selection)?.sku).toBe('BAG');
    expect(selectionParams(product, selection)).toEqual({ size: null, sku: null });
  });
});
