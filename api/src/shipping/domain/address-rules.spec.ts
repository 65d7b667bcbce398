import { countryForms } from './address-countries';
import { addressProblems, addressRules, type EnteredAddress, regionCode } from './address-rules';

const address = (countryCode: string, more: Partial<EnteredAddress> = {}): EnteredAddress => ({
  name: 'Sam Shopper',
  line1: '1 High Street',
  city: 'Town',
  ...more,
  countryCode,
});
const parts = (entered: EnteredAddress): string[] =>
  addressProblems(entered).map(({ part }) => part);

describe('an address', () => {
  it.each([
    ['GB', { postcode: 'SW1A 1AA' }],
    ['GB', { postcode: 'sw1a1aa' }],
    ['GB', { postcode: 'W1A 0AX' }],
    ['IE', {}],
    ['IE', { postcode: 'D02 AF30' }],
    ['JP', { postcode: '100-0001', region: 'Tokyo' }],
    ['US', { postcode: '94103', region: 'CA' }],
    ['US', { postcode: '94103-1234', region: 'California' }],
    ['CA', { postcode: 'h2x 1y4', region: 'QC' }],
    ['AU', { postcode: '2000', region: 'nsw' }],
    ['NL', { postcode: '1012AB' }],
    ['PT', { postcode: '1000-001' }],
    ['HK', {}],
    ['ZZ', { postcode: 'whatever it is' }],
    ['ZZ', {}],
  ])('of %s is taken with %j', (countryCode, more) => {
    expect(addressProblems(address(countryCode, more))).toEqual([]);
  });

  it.each([
    ['GB', {}, ['postcode']],
    ['GB', { postcode: 'SW1A 1A' }, ['postcode']],
    ['DE', { postcode: '1011' }, ['postcode']],
    ['DE', { postcode: '10115 Berlin' }, ['postcode']],
    ['FR', {}, ['postcode']],
    ['US', { postcode: '94103' }, ['region']],
    ['US', { postcode: '94103', region: 'Bavaria' }, ['region']],
    ['CA', { postcode: 'D1A 1A1', region: 'QC' }, ['postcode']],
    ['IT', { postcode: '00184' }, ['region']],
    ['GB', { name: ' ', line1: '', city: '', postcode: 'N1 1AA' }, ['name', 'line1', 'city']],
  ])('of %s is refused with %j because of %j', (countryCode, more, expected) => {
    expect(parts(address(countryCode, more))).toEqual(expected);
  });

  it('says what to do about each part', () => {
    expect(addressProblems(address('FR'))).toEqual([
      { part: 'postcode', message: 'Enter a postcode.' },
    ]);
    expect(addressProblems(address('DE', { postcode: '1011' }))[0]?.message).toBe(
      'This does not look like a postcode of that country.',
    );
  });

  it('has a region by its code where there is one', () => {
    expect(regionCode('US', 'california')).toBe('CA');
    expect(regionCode('US', 'CA')).toBe('CA');
    expect(regionCode('DE', 'Bayern')).toBe('Bayern');
  });
});

describe('address rules', () => {
  const countries = Object.keys(countryForms);

  it.each(countries)('of %s have an example that they take', (countryCode) => {
    const { fields } = addressRules(countryCode);
    const postcode = fields.find(({ part }) => part === 'postcode');
    const region = fields.find(({ part }) => part === 'region');
    const entered = address(countryCode, {
      postcode: postcode?.example,
      region: region?.options[0]?.code ?? 'Region',
    });

    expect(addressProblems(entered)).toEqual([]);
    expect(Boolean(postcode?.pattern)).toBe(Boolean(postcode?.example));
  });

  it('ask for the parts in the order of the country', () => {
    const order = (countryCode: string): string[] =>
      addressRules(countryCode).fields.map(({ part }) => part);

    expect(order('DE')).toEqual(['name', 'company', 'line1', 'line2', 'postcode', 'city', 'phone']);
    expect(order('US').slice(4)).toEqual(['city', 'region', 'postcode', 'phone']);
    expect(order('JP').slice(4)).toEqual(['postcode', 'region', 'city', 'phone']);
  });

  it('use the words of the country', () => {
    const labels = addressRules('US').fields.map(({ label }) => label);

    expect(labels).toEqual(expect.arrayContaining(['State', 'ZIP code']));
  });
});
