/** A place in a country that its post would accept. */
interface SampleTown {
  readonly code: string;
  readonly city: string;
  /** Where its addresses name one. */
  readonly region?: string;
  readonly postcode?: string;
}

/** Countries as the file writes them. Names that stand for no country ("Unspecified") are left out on purpose. */
const towns: Readonly<Record<string, SampleTown>> = {
  Australia: { code: 'AU', city: 'Sydney', region: 'NSW', postcode: '2000' },
  Austria: { code: 'AT', city: 'Wien', postcode: '1010' },
  Bahrain: { code: 'BH', city: 'Manama', postcode: '317' },
  Belgium: { code: 'BE', city: 'Brussel', postcode: '1000' },
  Brazil: { code: 'BR', city: 'São Paulo', region: 'SP', postcode: '01310-100' },
  Canada: { code: 'CA', city: 'Ottawa', region: 'ON', postcode: 'K1A 0B1' },
  'Channel Islands': { code: 'JE', city: 'Saint Helier', postcode: 'JE2 3AB' },
  Cyprus: { code: 'CY', city: 'Nicosia', postcode: '1010' },
  'Czech Republic': { code: 'CZ', city: 'Praha', postcode: '110 00' },
  Denmark: { code: 'DK', city: 'København', postcode: '1050' },
  EIRE: { code: 'IE', city: 'Dublin', postcode: 'D02 AF30' },
  Finland: { code: 'FI', city: 'Helsinki', postcode: '00100' },
  France: { code: 'FR', city: 'Paris', postcode: '75001' },
  Germany: { code: 'DE', city: 'Berlin', postcode: '10115' },
  Greece: { code: 'GR', city: 'Athina', postcode: '105 57' },
  'Hong Kong': { code: 'HK', city: 'Hong Kong' },
  Iceland: { code: 'IS', city: 'Reykjavík', postcode: '101' },
  Israel: { code: 'IL', city: 'Tel Aviv', postcode: '6100000' },
  Italy: { code: 'IT', city: 'Roma', region: 'RM', postcode: '00118' },
  Japan: { code: 'JP', city: 'Tokyo', region: 'Tokyo', postcode: '100-0001' },
  Lebanon: { code: 'LB', city: 'Beirut', postcode: '2038 3054' },
  Lithuania: { code: 'LT', city: 'Vilnius', postcode: '01103' },
  Malta: { code: 'MT', city: 'Valletta', postcode: 'VLT 1117' },
  Netherlands: { code: 'NL', city: 'Amsterdam', postcode: '1012 JS' },
  Norway: { code: 'NO', city: 'Oslo', postcode: '0150' },
  Poland: { code: 'PL', city: 'Warszawa', postcode: '00-001' },
  Portugal: { code: 'PT', city: 'Lisboa', postcode: '1100-148' },
  RSA: { code: 'ZA', city: 'Cape Town', postcode: '8001' },
  'Saudi Arabia': { code: 'SA', city: 'Riyadh', postcode: '11564' },
  Singapore: { code: 'SG', city: 'Singapore', postcode: '018956' },
  Spain: { code: 'ES', city: 'Madrid', postcode: '28001' },
  Sweden: { code: 'SE', city: 'Stockholm', postcode: '111 20' },
  Switzerland: { code: 'CH', city: 'Bern', postcode: '3011' },
  'United Arab Emirates': { code: 'AE', city: 'Dubai', region: 'Dubai' },
  'United Kingdom': { code: 'GB', city: 'London', postcode: 'EC1A 1BB' },
  USA: { code: 'US', city: 'New York', region: 'NY', postcode: '10001' },
};

/** The ISO code of a country of the file; undefined for what is none. */
export function countryCodeOf(country: string): string | undefined {
  return towns[country]?.code;
}

/** Where the parcel of an invoice goes; only the country is the file's, the file has no streets. */
export function townIn(
  country: string,
): Omit<SampleTown, 'code'> & { readonly countryCode: string } {
  const town = towns[country];
  if (!town) throw new RangeError(`No town is known in ${country}.`);
  const { code, ...place } = town;
  return { ...place, countryCode: code };
}
