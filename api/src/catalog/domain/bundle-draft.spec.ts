import type { Bundle } from './bundle';
import { type ChoiceDraft, planBundle } from './bundle-draft';

const part = { productId: 'p', isBundle: false, isGiftCard: false };
const choice = (changes: Partial<ChoiceDraft> = {}): ChoiceDraft => ({
  name: 'Prints',
  minUnits: 2,
  maxUnits: 3,
  options: [
    { variationId: 'dawn', defaultUnits: 1 },
    { variationId: 'noon', defaultUnits: 1 },
  ],
  ...changes,
});
const plan = (choices: readonly ChoiceDraft[], before?: Bundle) =>
  planBundle({
    productId: 'set',
    draft: { priceRule: { kind: 'SUM' }, choices },
    before,
    parts: new Map([
      ['dawn', part],
      ['noon', part],
      ['own', { ...part, productId: 'set' }],
      ['other', { ...part, productId: 'q', isBundle: true }],
      ['card', { ...part, productId: 'c', isGiftCard: true }],
    ]),
    newId: () => 'new',
  });
const options = (...ids: string[]) =>
  choice({ options: ids.map((variationId) => ({ variationId, defaultUnits: 2 / ids.length })) });

describe('making a bundle', () => {
  it('lets sets of the same name stay the same sets', () => {
    const before: Bundle = {
      priceRule: { kind: 'SUM' },
      choices: [{ ...choice(), id: 'known' }],
    };

    const made = plan([choice({ maxUnits: 5 }), { ...options('other'), name: 'Frame' }], before);
    expect(made.ok).toBe(false);
    expect(plan([choice({ maxUnits: 5 })], before)).toMatchObject({
      ok: true,
      value: { choices: [{ id: 'known', maxUnits: 5 }] },
    });
    expect(plan([choice({ name: 'Pictures' })], before)).toMatchObject({
      value: { choices: [{ id: 'new' }] },
    });
  });

  it.each<[string, ChoiceDraft[], string[]]>([
    ['no set', [], ['choices']],
    ['only what may be left out', [choice({ minUnits: 0 })], ['choices']],
    ['two sets of one name', [choice(), choice()], ['choices', '1', 'name']],
    ['less at most than at least', [choice({ maxUnits: 1 })], ['choices', '0', 'maxQuantity']],
    ['nothing to choose', [choice({ options: [] })], ['choices', '0', 'options']],
    ['defaults that are too few', [choice({ minUnits: 3 })], ['choices', '0', 'options']],
    ['itself', [options('own')], ['choices', '0', 'options', '0', 'variationId']],
    ['a gift card', [options('card')], ['choices', '0', 'options', '0', 'variationId']],
    ['another bundle', [options('other')], ['choices', '0', 'options', '0', 'variationId']],
    ['what does not exist', [options('gone')], ['choices', '0', 'options', '0', 'variationId']],
    [
      'one variation twice',
      [options('dawn'), { ...options('dawn'), name: 'More' }],
      ['choices', '1', 'options', '0', 'variationId'],
    ],
  ])('refuses %s, with the path to it', (_, choices, path) => {
    const made = plan(choices);

    expect(made.ok ? [] : made.refusals).toContainEqual(
      expect.objectContaining({ code: 'INVALID_INPUT', path }),
    );
  });
});
