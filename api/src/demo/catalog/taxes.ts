const GREAT_BRITAIN = {
  countryCode: 'GB',
  region: '',
  postcodePrefix: '',
  layer: 1,
  isCompound: false,
};

/** Value added tax as a studio in London takes it. */
export const HALFTONE_TAXES = {
  classes: [
    { code: 'standard', name: 'Standard' },
    { code: 'zero', name: 'Zero-rated' },
  ],
  rates: [
    { ...GREAT_BRITAIN, taxClass: 'standard', name: 'VAT', ratePpm: 200_000 },
    { ...GREAT_BRITAIN, taxClass: 'zero', name: 'VAT 0 %', ratePpm: 0 },
  ],
};

/** Slugs of the collections whose products count as printed matter. */
export const ZERO_RATED_COLLECTIONS: ReadonlySet<string> = new Set(['notebooks']);
