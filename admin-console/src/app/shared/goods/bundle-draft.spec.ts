import { choiceWish, type ChosenPart, chosenParts, toBundleDraft, unitsIn } from './bundle-draft';

const option = (id: string, product: string, title: string, defaultQuantity: number) => ({
  defaultQuantity,
  variation: {
    id,
    title,
    availability: 'IN_STOCK' as const,
    price: { amount: '10.00', currencyCode: 'GBP' },
    product: { id: `product-${id}`, title: product },
  },
});
const bundle = {
  choices: [
    {
      id: 'c1',
      name: 'Prints',
      minQuantity: 3,
      maxQuantity: 3,
      options: [option('v1', 'Dots', 'A2', 2), option('v2', 'Lines', 'Default', 1)],
    },
    {
      id: 'c2',
      name: 'Frame',
      minQuantity: 0,
      maxQuantity: 1,
      options: [option('v3', 'Oak', 'Default', 0)],
    },
  ],
};

describe('the parts of a bundle', () => {
  it('begin with what a shopper gets who chooses nothing', () => {
    expect(chosenParts(toBundleDraft(bundle, null))).toEqual([
      { choiceId: 'c1', variationId: 'v1', quantity: 2, label: '2 × Dots, A2' },
      { choiceId: 'c1', variationId: 'v2', quantity: 1, label: '1 × Lines' },
    ]);
  });

  it('begin with what was chosen before, where something was', () => {
    const before: ChosenPart[] = [{ choiceId: 'c2', variationId: 'v3', quantity: 1, label: '' }];

    const draft = toBundleDraft(bundle, before);

    expect(chosenParts(draft)).toEqual([{ ...before[0], label: '1 × Oak' }]);
    expect(draft.choices.map(unitsIn)).toEqual([0, 1]);
  });

  it('are none of what is no bundle any more', () => {
    expect(chosenParts(toBundleDraft(null, null))).toEqual([]);
  });

  it('say how many a set asks for', () => {
    expect(
      [
        { least: 3, most: 3 },
        { least: 0, most: 2 },
        { least: 1, most: 2 },
      ].map(choiceWish),
    ).toEqual(['Choose 3', 'Choose up to 2', 'Choose 1 to 2']);
  });
});
