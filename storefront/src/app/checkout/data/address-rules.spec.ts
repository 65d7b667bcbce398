import { aField, britishFields } from '../testing/address-fields';
import { addressRules, postcodeProblem, TOLERANT_RULES } from './address-rules';

const british = addressRules(britishFields);

describe('address rules', () => {
  it('are those that the shop names for the country', () => {
    const american = addressRules([
      aField('POSTCODE', { label: 'ZIP code', example: '94103' }),
      aField('REGION', { label: 'State', isRequired: true, options: [{ code: 'CA', name: 'X' }] }),
    ]);

    expect(american).toMatchObject({
      postcodeLabel: 'ZIP code',
      postcodeInputMode: 'numeric',
      regionLabel: 'State',
      regionRequired: true,
      regionShown: true,
    });
    expect(american.regionOptions).toHaveLength(1);
    expect(british.regionShown).toBe(false);
  });

  it.each(['LS1 4AP', 'ls14ap', ' E8 4QJ '])('accept the postcode %p', (postcode) => {
    expect(postcodeProblem(postcode, british)).toBeNull();
  });

  it('say what a postcode looks like when one is wrong, and judge the whole of it', () => {
    const text = 'This does not look like a postcode. Example: SW1A 1AA.';

    expect(postcodeProblem('123', british)).toBe(text);
    expect(postcodeProblem('LS1 4AP and more', british)).toBe(text);
  });

  it('ask for a postcode where letters need one', () => {
    expect(postcodeProblem(' ', british)).toBe('Enter the postcode.');
    expect(postcodeProblem('', TOLERANT_RULES)).toBeNull();
  });
});
