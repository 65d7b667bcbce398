interface PostalAddress {
  readonly name: string;
  readonly company: string | null;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly countryCode: string;
}

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });

/** An address as it is written on a parcel, without the lines it does not have. */
export function addressLines(address: PostalAddress): readonly string[] {
  const town = [address.city, address.region, address.postcode].filter(Boolean).join(', ');
  return [
    address.name,
    address.company,
    address.line1,
    address.line2,
    town,
    countryNames.of(address.countryCode) ?? address.countryCode,
  ].filter((line): line is string => Boolean(line));
}
