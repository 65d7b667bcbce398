import {
  bundlePrice,
  choiceStates,
  partsParams,
  type PickableBundle,
  type PickablePart,
  readParts,
  setPart,
} from './bundle-picker';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

function aPart(sku: string, price: string, given: Partial<PickablePart> = {}): PickablePart {
  return {
    id: `id-${sku}`,
    sku,
    availability: 'IN_STOCK',
    lowStockQuantity: null,
    price: gbp(price),
    ...given,
  };
}

const bundle: PickableBundle = {
  priceRule: { kind: 'PERCENT_OFF', percentOff: '10' },
  choices: [
    {
      id: 'prints',
      name: 'Prints',
      minQuantity: 2,
      maxQuantity: 3,
      options: [
        { defaultQuantity: 1, variation: aPart('MOON', '12.00') },
        { defaultQuantity: 1, variation: aPart('TIDE', '14.05') },
        {
          defaultQuantity: 0,
          variation: aPart('GONE', '9.00', { availability: 'OUT_OF_STOCK' }),
        },
      ],
    },
    {
      id: 'frame',
      name: 'Frame',
      minQuantity: 0,
      maxQuantity: 1,
      options: [
        { defaultQuantity: 0, variation: aPart('OAK', '30.00') },
        { defaultQuantity: 0, variation: aPart('ASH', '25.00') },
      ],
    },
  ],
};
const defaults = readParts(bundle, {});
const [prints, frame] = bundle.choices;

describe('the parts of a bundle', () => {
  it('are the defaults as long as the address says nothing', () => {
    expect(defaults.map(({ variationId, quantity }) => [variationId, quantity])).toEqual([
      ['id-MOON', 1],
      ['id-TIDE', 1],
    ]);
    expect(partsParams(bundle, defaults)).toEqual({ 'choice-1': null, 'choice-2': null });
  });

  it('come back from the address that they were written to', () => {
    const chosen = setPart(frame!, setPart(prints!, defaults, 'id-MOON', 2), 'id-ASH', 1);
    const params = partsParams(bundle, chosen);

    expect(params).toEqual({ 'choice-1': 'MOON*2,TIDE', 'choice-2': 'ASH' });
    expect(partsParams(bundle, readParts(bundle, params as Record<string, string>))).toEqual(
      params,
    );
  });

  it.each(['NO-SUCH-SKU', 'MOON*0', 'MOON*x', 'MOON*9', 'MOON,MOON', 'MOON*-1'])(
    'are the defaults where the address says nonsense: %s',
    (text) => {
      expect(readParts(bundle, { 'choice-1': text })).toEqual(defaults);
    },
  );

  it('can be none of a set, which the address then says', () => {
    const empty = setPart(prints!, setPart(prints!, defaults, 'id-MOON', 0), 'id-TIDE', 0);

    expect(partsParams(bundle, empty)['choice-1']).toBe('');
    expect(readParts(bundle, { 'choice-1': '' })).toEqual([]);
  });

  it('replace one another where one alone can be chosen', () => {
    const oak = setPart(frame!, defaults, 'id-OAK', 1);
    const ash = setPart(frame!, oak, 'id-ASH', 1);

    expect(ash.filter(({ choiceId }) => choiceId === 'frame')).toEqual([
      { choiceId: 'frame', variationId: 'id-ASH', quantity: 1 },
    ]);
    expect(setPart(frame!, ash, null, 0)).toEqual(defaults);
  });
});

describe('the state of a choice', () => {
  it('says how many are missing, and stops at the most', () => {
    const short = setPart(prints!, defaults, 'id-TIDE', 0);
    const full = setPart(prints!, defaults, 'id-MOON', 2);

    expect(choiceStates(bundle, short)[0]).toMatchObject({
      chosen: 1,
      rule: 'choose 2 to 3',
      problem: 'Choose 1 more.',
    });
    expect(choiceStates(bundle, full)[0]?.options.map(({ most }) => most)).toEqual([2, 1, 0]);
    expect(choiceStates(bundle, full)[0]?.problem).toBeNull();
  });

  it('offers nothing of what is sold out, and says so when it was chosen', () => {
    const parts = setPart(prints!, defaults, 'id-GONE', 1);
    const [state] = choiceStates(bundle, parts);

    expect(state?.options[2]).toMatchObject({ isSoldOut: true, most: 0 });
    expect(state?.problem).toContain('sold out');
  });

  it('takes no more than is left in stock', () => {
    const scarce: PickableBundle = {
      ...bundle,
      choices: [
        {
          ...prints!,
          options: [
            {
              defaultQuantity: 0,
              variation: aPart('LAST', '1.00', { availability: 'LOW_STOCK', lowStockQuantity: 1 }),
            },
          ],
        },
      ],
    };

    expect(choiceStates(scarce, [])[0]?.options[0]?.most).toBe(1);
  });
});

describe('the price of a bundle', () => {
  it('is the sum of its parts less the percentage', () => {
    expect(bundlePrice(bundle, defaults, gbp('99.00'))).toEqual(gbp('23.44'));
  });

  it('is the sum, or its own, as its rule says', () => {
    const withRule = (kind: 'SUM' | 'FIXED') => ({
      ...bundle,
      priceRule: { kind, percentOff: null },
    });

    expect(bundlePrice(withRule('SUM'), defaults, gbp('99.00'))).toEqual(gbp('26.05'));
    expect(bundlePrice(withRule('FIXED'), defaults, gbp('99.00'))).toEqual(gbp('99.00'));
  });
});
