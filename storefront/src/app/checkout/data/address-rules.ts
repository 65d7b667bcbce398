/** How a country writes its addresses, as far as the form needs to know. */
export interface AddressRules {
  readonly postcodeLabel: string;
  readonly postcodeRequired: boolean;
  readonly postcodePattern: RegExp | null;
  readonly postcodeExample: string;
  readonly postcodeInputMode: 'text' | 'numeric';
  readonly cityLabel: string;
  readonly regionLabel: string;
  readonly regionRequired: boolean;
  readonly regionShown: boolean;
}

const DEFAULTS: AddressRules = {
  postcodeLabel: 'Postcode',
  postcodeRequired: true,
  postcodePattern: null,
  postcodeExample: '',
  postcodeInputMode: 'text',
  cityLabel: 'City',
  regionLabel: 'Region',
  regionRequired: false,
  regionShown: false,
};

const digits = (count: number, example: string): Partial<AddressRules> => ({
  postcodePattern: new RegExp(`^\\d{${count}}$`),
  postcodeExample: example,
  postcodeInputMode: 'numeric',
});

const COUNTRIES: Readonly<Record<string, Partial<AddressRules>>> = {
  AT: digits(4, '1010'),
  AU: {
    ...digits(4, '2000'),
    cityLabel: 'Suburb or city',
    regionLabel: 'State or territory',
    regionRequired: true,
    regionShown: true,
  },
  BE: digits(4, '1000'),
  CA: {
    postcodeLabel: 'Postal code',
    postcodePattern: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
    postcodeExample: 'K1A 0B1',
    regionLabel: 'Province or territory',
    regionRequired: true,
    regionShown: true,
  },
  CH: digits(4, '8001'),
  DE: digits(5, '10115'),
  DK: digits(4, '1050'),
  ES: { ...digits(5, '28001'), regionLabel: 'Province', regionShown: true },
  FI: digits(5, '00100'),
  FR: digits(5, '75001'),
  GB: {
    postcodePattern: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i,
    postcodeExample: 'LS1 4AP',
    cityLabel: 'City',
    regionLabel: 'County',
  },
  IE: {
    postcodeLabel: 'Eircode',
    postcodeRequired: false,
    postcodePattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
    postcodeExample: 'D02 AF30',
    regionLabel: 'County',
    regionShown: true,
  },
  IT: { ...digits(5, '00184'), regionLabel: 'Province', regionShown: true },
  NL: { postcodePattern: /^\d{4} ?[A-Z]{2}$/i, postcodeExample: '1012 AB' },
  NO: digits(4, '0150'),
  PL: { postcodePattern: /^\d{2}-?\d{3}$/, postcodeExample: '00-001' },
  PT: { postcodePattern: /^\d{4}-\d{3}$/, postcodeExample: '1000-001' },
  SE: { postcodePattern: /^\d{3} ?\d{2}$/, postcodeExample: '111 20' },
  US: {
    postcodeLabel: 'ZIP code',
    postcodePattern: /^\d{5}(-\d{4})?$/,
    postcodeExample: '94103',
    regionLabel: 'State',
    regionRequired: true,
    regionShown: true,
  },
};

/** The rules of a country; a country that is not listed gets the tolerant default. */
export function addressRules(countryCode: string): AddressRules {
  const own = COUNTRIES[countryCode];
  return own
    ? { ...DEFAULTS, ...own }
    : { ...DEFAULTS, postcodeRequired: false, regionShown: true };
}

/** What is wrong with a postcode in that country, in words, or null. */
export function postcodeProblem(postcode: string, countryCode: string): string | null {
  const rules = addressRules(countryCode);
  const value = postcode.trim();
  const name = rules.postcodeLabel.replace(/^Post/, 'post').replace(/^Eir/, 'Eir');
  if (value === '') {
    return rules.postcodeRequired ? `Enter the ${name}.` : null;
  }
  if (rules.postcodePattern && !rules.postcodePattern.test(value)) {
    return `This does not look like a ${name}. Example: ${rules.postcodeExample}.`;
  }
  return null;
}
