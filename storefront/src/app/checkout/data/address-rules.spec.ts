import { addressRules, postcodeProblem } from './address-rules';

describe('address rules', () => {
  it('names the postcode as the country does', () => {
    expect(addressRules('GB').postcodeLabel).toBe('Postcode');
    expect(addressRules('US').postcodeLabel).toBe('ZIP code');
  });

  it('asks for a state only where addresses have one', () => {
    expect(addressRules('US').regionRequired).toBe(true);
    expect(addressRules('DE').regionShown).toBe(false);
  });

  it.each([
    ['LS1 4AP', 'GB'],
    ['ls14ap', 'GB'],
    ['10115', 'DE'],
    ['94103-1234', 'US'],
    ['1012 AB', 'NL'],
    ['', 'IE'],
    ['', 'HK'],
  ])('accepts %p in %s', (postcode, country) => {
    expect(postcodeProblem(postcode, country)).toBeNull();
  });

  it('says what a postcode looks like when one is wrong', () => {
    expect(postcodeProblem('123', 'DE')).toBe(
      'This does not look like a postcode. Example: 10115.',
    );
  });

  it('asks for a postcode where letters need one', () => {
    expect(postcodeProblem(' ', 'GB')).toBe('Enter the postcode.');
  });
});
