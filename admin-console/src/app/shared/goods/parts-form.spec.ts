import { aBundle, anOption } from '../../testing/bundles';
import { leavesChoice, ruleOf, toParts, toPartsForm } from './parts-form';

const labels = (form: ReturnType<typeof toPartsForm>) => toParts(form).map(({ label }) => label);

describe('the parts of a bundle in a form', () => {
  it('are at first what a shopper gets who chooses nothing', () => {
    expect(labels(toPartsForm(aBundle(), null))).toEqual(['1 × Oak', '2 × Sun']);
  });

  it('are what was chosen before, where something was', () => {
    const parts = [
      { choiceId: 'c1', variationId: 'ash', quantity: 1, label: '' },
      { choiceId: 'c2', variationId: 'moon', quantity: 3, label: '' },
    ];

    expect(toParts(toPartsForm(aBundle(), parts))).toEqual([
      { ...parts[0], label: '1 × Ash' },
      { ...parts[1], label: '3 × Moon' },
    ]);
  });

  it('say how many may be chosen, what they cost and what can be had', () => {
    const bundle = aBundle();
    const last = anOption('sea', 'Sea');
    const rare = { ...last, variation: { ...last.variation, lowStockQuantity: 2 } };
    const [frame, cards] = bundle.choices;
    if (!frame || !cards) throw new Error('The bundle has two choices.');
    const more = { ...bundle, choices: [frame, { ...cards, options: [...cards.options, rare] }] };

    const form = toPartsForm(more, null);

    expect(form.choices.map(ruleOf)).toEqual(['choose 1', 'choose 2 to 3']);
    expect(form.choices[1]?.options.at(-1)?.about).toBe('£3.00, only 2 left');
    const fixed = { ...more, priceRule: { kind: 'FIXED' as const } };
    expect(toPartsForm(fixed, null).choices[1]?.options.at(-1)?.about).toBe('only 2 left');
  });

  it('leave a choice unless everything is fixed', () => {
    const fixed = { id: 'c1', name: 'Card', minQuantity: 2, maxQuantity: 2 };
    const only = [anOption('sun', 'Sun', 2)];

    expect(leavesChoice(aBundle())).toBe(true);
    expect(leavesChoice({ ...aBundle(), choices: [{ ...fixed, options: only }] })).toBe(false);
  });
});
