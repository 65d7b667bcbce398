import { postcodeProblem } from './address-rules';

describe('postcodes', () => {
  it('are taken with and without their space in Great Britain', () => {
    expect(postcodeProblem('GB', 'SW1A 1AA')).toBeUndefined();
    expect(postcodeProblem('GB', 'sw1a1aa')).toBeUndefined();
  });

  it('are refused when they cannot be one of the country', () => {
    expect(postcodeProblem('DE', '1011')).toBe(
      'This does not look like a postcode of that country.',
    );
  });

  it('are asked for where letters need them, and not where they do not', () => {
    expect(postcodeProblem('FR', undefined)).toBe('Enter a postcode.');
    expect(postcodeProblem('IE', undefined)).toBeUndefined();
  });

  it('of countries whose form is not known are taken as they are', () => {
    expect(postcodeProblem('JP', '100-0001')).toBeUndefined();
  });
});
