import type { TaxRate } from './tax';

/** Where something is delivered to, as far as tax is concerned. */
export interface TaxPlace {
  readonly countryCode: string;
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
}

/** A rate with the place and the class of goods it is for. */
export interface RegionalTaxRate extends TaxRate {
  readonly taxClass: string;
  readonly countryCode: string;
  /** Empty for the whole country. */
  readonly region: string;
  /** What postcodes begin with; empty for all of them. */
  readonly postcodePrefix: string;
  /** Rates of one layer replace each other, the most exact place first; those of different layers add up. */
  readonly layer: number;
}

/** A postcode or region the way it is compared: capital letters, without spaces and hyphens. */
export function placeKey(text: string | undefined): string {
  return (text ?? '').toUpperCase().replaceAll(/[\s-]/g, '');
}

/** The rates on goods of a class at a place, in the order in which they are applied. */
export function ratesAt(
  place: TaxPlace,
  taxClass: string,
  rates: readonly RegionalTaxRate[],
): RegionalTaxRate[] {
  const region = placeKey(place.region);
  const postcode = placeKey(place.postcode);
  const layers = new Map<number, RegionalTaxRate>();
  for (const rate of rates) {
    if (rate.taxClass !== taxClass || rate.countryCode !== place.countryCode) continue;
    if (rate.region !== '' && placeKey(rate.region) !== region) continue;
    if (!postcode.startsWith(placeKey(rate.postcodePrefix))) continue;
    const chosen = layers.get(rate.layer);
    if (!chosen || isMoreExact(rate, chosen)) layers.set(rate.layer, rate);
  }
  return [...layers.values()].toSorted((one, other) => one.layer - other.layer);
}

/** A longer postcode prefix is more exact than a shorter one, and any is more exact than a region alone. */
function isMoreExact(rate: RegionalTaxRate, other: RegionalTaxRate): boolean {
  const length = placeKey(rate.postcodePrefix).length - placeKey(other.postcodePrefix).length;
  return length > 0 || (length === 0 && rate.region !== '' && other.region === '');
}
