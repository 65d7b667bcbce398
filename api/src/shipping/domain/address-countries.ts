import { PROVINCES, STATES, TERRITORIES } from './address-regions';

/** A part of an address that a form asks for. */
export type AddressPart =
  'name' | 'company' | 'line1' | 'line2' | 'city' | 'region' | 'postcode' | 'phone';

/** What a country says about its addresses where it differs from most. */
export interface CountryForm {
  /** Order of the parts of a place, as it is written on a parcel; the region is asked for where it is named. */
  readonly place?: readonly ('city' | 'region' | 'postcode')[];
  readonly cityLabel?: string;
  readonly regionLabel?: string;
  readonly isRegionRequired?: boolean;
  /** Codes and names of all regions, where only these exist. */
  readonly regions?: Readonly<Record<string, string>>;
  readonly postcodeLabel?: string;
  readonly isPostcodeRequired?: boolean;
  /** Regular expression of all of a postcode; capital or small letters. */
  readonly postcode?: string;
  readonly example?: string;
}

const digits = (count: number, example: string): CountryForm => ({
  postcode: `\\d{${count}}`,
  example,
});
const codeFirst = (form: CountryForm): CountryForm => ({ place: ['postcode', 'city'], ...form });

/**
 * How countries write addresses. Facts are those of the Universal Postal Union's addressing guides (S42 and the
 * country sheets) and of the national posts; a country that is not listed takes any postcode, or none.
 */
export const countryForms: Readonly<Record<string, CountryForm>> = {
  AE: {
    place: ['city', 'region'],
    regionLabel: 'Emirate',
    isRegionRequired: true,
    isPostcodeRequired: false,
  },
  AG: { place: ['city'], isPostcodeRequired: false },
  AT: codeFirst(digits(4, '1010')),
  AU: {
    place: ['city', 'region', 'postcode'],
    cityLabel: 'Suburb or city',
    regionLabel: 'State or territory',
    isRegionRequired: true,
    regions: TERRITORIES,
    ...digits(4, '2000'),
  },
  BE: codeFirst(digits(4, '1000')),
  BG: codeFirst(digits(4, '1000')),
  BR: {
    place: ['city', 'region', 'postcode'],
    regionLabel: 'State',
    isRegionRequired: true,
    postcodeLabel: 'CEP',
    postcode: '\\d{5}-?\\d{3}',
    example: '01310-100',
  },
  BS: { place: ['city', 'region'], regionLabel: 'Island', isPostcodeRequired: false },
  CA: {
    place: ['city', 'region', 'postcode'],
    regionLabel: 'Province or territory',
    isRegionRequired: true,
    regions: PROVINCES,
    postcodeLabel: 'Postal code',
    postcode: '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d',
    example: 'K1A 0B1',
  },
  CH: codeFirst(digits(4, '8001')),
  CN: {
    place: ['region', 'city', 'postcode'],
    regionLabel: 'Province',
    isRegionRequired: true,
    ...digits(6, '100000'),
  },
  CY: codeFirst(digits(4, '1010')),
  CZ: codeFirst({ postcode: '\\d{3} ?\\d{2}', example: '110 00' }),
  DE: codeFirst(digits(5, '10115')),
  DK: codeFirst(digits(4, '1050')),
  EE: codeFirst(digits(5, '10111')),
  ES: {
    place: ['postcode', 'city', 'region'],
    regionLabel: 'Province',
    ...digits(5, '28001'),
  },
  FI: codeFirst(digits(5, '00100')),
  FR: codeFirst(digits(5, '75001')),
  GB: {
    place: ['city', 'postcode'],
    cityLabel: 'Town or city',
    postcode: 'GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}',
    example: 'SW1A 1AA',
  },
  GR: codeFirst({ postcode: '\\d{3} ?\\d{2}', example: '105 57' }),
  HK: { place: ['city', 'region'], regionLabel: 'Area', isPostcodeRequired: false },
  HR: codeFirst(digits(5, '10000')),
  HU: { place: ['city', 'postcode'], ...digits(4, '1051') },
  IE: {
    place: ['city', 'region', 'postcode'],
    regionLabel: 'County',
    postcodeLabel: 'Eircode',
    isPostcodeRequired: false,
    postcode: '[A-Z]\\d[\\dW] ?[A-Z\\d]{4}',
    example: 'D02 AF30',
  },
  IN: {
    place: ['city', 'postcode', 'region'],
    regionLabel: 'State',
    isRegionRequired: true,
    postcodeLabel: 'PIN code',
    postcode: '\\d{3} ?\\d{3}',
    example: '110001',
  },
  IS: codeFirst(digits(3, '101')),
  IT: {
    place: ['postcode', 'city', 'region'],
    regionLabel: 'Province',
    isRegionRequired: true,
    ...digits(5, '00184'),
  },
  JP: {
    place: ['postcode', 'region', 'city'],
    regionLabel: 'Prefecture',
    isRegionRequired: true,
    postcode: '\\d{3}-?\\d{4}',
    example: '100-0001',
  },
  KR: {
    place: ['region', 'city', 'postcode'],
    regionLabel: 'Province or city',
    ...digits(5, '04524'),
  },
  LT: codeFirst({ postcode: '(LT-?)?\\d{5}', example: 'LT-01100' }),
  LU: codeFirst({ postcode: '(L-?)?\\d{4}', example: '1111' }),
  LV: { place: ['city', 'postcode'], postcode: '(LV-?)?\\d{4}', example: 'LV-1010' },
  MT: { place: ['city', 'postcode'], postcode: '[A-Z]{3} ?\\d{4}', example: 'VLT 1117' },
  MX: {
    place: ['postcode', 'city', 'region'],
    regionLabel: 'State',
    isRegionRequired: true,
    ...digits(5, '06000'),
  },
  NL: codeFirst({ postcode: '\\d{4} ?[A-Z]{2}', example: '1012 AB' }),
  NO: codeFirst(digits(4, '0150')),
  NZ: { place: ['city', 'postcode'], ...digits(4, '6011') },
  PL: codeFirst({ postcode: '\\d{2}-?\\d{3}', example: '00-001' }),
  PT: codeFirst({ postcode: '\\d{4}-?\\d{3}', example: '1000-001' }),
  QA: { place: ['city'], isPostcodeRequired: false },
  RO: codeFirst(digits(6, '010011')),
  SE: codeFirst({ postcode: '\\d{3} ?\\d{2}', example: '111 20' }),
  SG: { place: ['city', 'postcode'], ...digits(6, '049315') },
  SI: codeFirst({ postcode: '(SI-?)?\\d{4}', example: '1000' }),
  SK: codeFirst({ postcode: '\\d{3} ?\\d{2}', example: '811 01' }),
  US: {
    place: ['city', 'region', 'postcode'],
    regionLabel: 'State',
    isRegionRequired: true,
    regions: STATES,
    postcodeLabel: 'ZIP code',
    postcode: '\\d{5}(-\\d{4})?',
    example: '94103',
  },
};
