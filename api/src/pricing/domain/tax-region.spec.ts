import { ratesAt, type RegionalTaxRate, type TaxPlace } from './tax-region';

const rate = (name: string, countryCode: string, more: Partial<RegionalTaxRate> = {}) => ({
  name,
  taxClass: 'standard',
  countryCode,
  region: '',
  postcodePrefix: '',
  layer: 1,
  ratePpm: 200_000,
  isCompound: false,
  ...more,
});

const RATES: readonly RegionalTaxRate[] = [
  rate('VAT', 'GB'),
  rate('VAT zero', 'GB', { taxClass: 'zero', ratePpm: 0 }),
  rate('IVA', 'ES'),
  rate('IGIC', 'ES', { postcodePrefix: '35' }),
  rate('IGIC', 'ES', { postcodePrefix: '38' }),
  rate('Free port', 'ES', { postcodePrefix: '35 010' }),
  rate('QST', 'CA', { region: 'QC', layer: 2 }),
  rate('GST', 'CA'),
  rate('State', 'US', { region: 'NY' }),
  rate('City', 'US', { region: 'NY', postcodePrefix: '100', layer: 2 }),
  rate('State of all', 'US'),
];

const names = (place: TaxPlace, taxClass = 'standard') =>
  ratesAt(place, taxClass, RATES).map(({ name }) => name);

describe('the taxes of a place', () => {
  // prettier-ignore
  it.each<[string, TaxPlace, string[]]>([
    ['a country', { countryCode: 'GB' }, ['VAT']],
    ['a country with a postcode that means nothing', { countryCode: 'GB', postcode: 'EC1A 1BB' }, ['VAT']],
    ['a country without rates', { countryCode: 'JP' }, []],
    ['a country with islands of their own', { countryCode: 'ES', postcode: '28001' }, ['IVA']],
    ['an island, which replaces the rate of its country', { countryCode: 'ES', postcode: '35001' }, ['IGIC']],
    ['the longest beginning of a postcode, however it is spaced', { countryCode: 'ES', postcode: '350-10' }, ['Free port']],
    ['a region whose tax comes on top', { countryCode: 'CA', region: 'qc' }, ['GST', 'QST']],
    ['another region', { countryCode: 'CA', region: 'AB' }, ['GST']],
    ['a region without a postcode', { countryCode: 'US', region: 'NY' }, ['State']],
    ['a city in a region', { countryCode: 'US', region: 'NY', postcode: '10001' }, ['State', 'City']],
    ['a postcode whose region is not told', { countryCode: 'US', postcode: '10001' }, ['State of all']],
  ])('are those of %s', (_, place, expected) => {
    expect(names(place)).toEqual(expected);
  });

  it('are those of the class of the goods', () => {
    expect(names({ countryCode: 'GB' }, 'zero')).toEqual(['VAT zero']);
    expect(names({ countryCode: 'GB' }, 'food')).toEqual([]);
  });
});
