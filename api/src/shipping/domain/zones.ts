import {
  compareCoverage,
  coverageOf,
  covers,
  parsePattern,
  type PostcodePattern,
} from './postcode-pattern';

/** The country of a place that stands for every country that no zone names. */
export const EVERYWHERE_ELSE = '*';

/** A part of a zone. */
export interface ZonePlace {
  /** ISO 3166-1 alpha-2, or `*` for every country that is named nowhere. */
  readonly countryCode: string;
  /** "BT*", "10000-19999", "SW1A1AA", or the empty text for the whole country. */
  readonly postcodes: string;
}

/** Where the shop delivers on the same terms. */
export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly places: readonly ZonePlace[];
}

/** Where a parcel goes, as far as zones are concerned. */
export interface Destination {
  readonly countryCode: string;
  readonly postcode?: string | undefined;
}

/** A place on the map, with the zone that it belongs to. */
export interface MappedPlace {
  readonly zone: Zone;
  readonly place: ZonePlace;
  readonly pattern: PostcodePattern;
}

/** The places of each country, the most exact first. */
export type ZoneMap = ReadonlyMap<string, readonly MappedPlace[]>;

/**
 * Draws the map of zones. The place that covers least of its country comes first, a whole country after its parts; of
 * two that cover as much the first by its text, so that nothing depends on the order in which zones were made.
 */
export function mapZones(zones: readonly Zone[]): ZoneMap {
  const places = zones.flatMap((zone) =>
    zone.places.map((place) => {
      const pattern: PostcodePattern = parsePattern(place.postcodes) ?? { kind: 'ALL' };
      return { zone, place, pattern, coverage: coverageOf(pattern) };
    }),
  );
  const ordered = places.toSorted(
    (one, other) =>
      compareCoverage(one.coverage, other.coverage) ||
      (one.place.postcodes < other.place.postcodes ? -1 : 1),
  );
  return Map.groupBy(ordered, ({ place }) => place.countryCode);
}

/** The one place of the map that a destination lies in; undefined where no zone reaches. */
export function placeAt(
  map: ZoneMap,
  { countryCode, postcode }: Destination,
): MappedPlace | undefined {
  const ofCountry = map.get(countryCode)?.find(({ pattern }) => covers(pattern, postcode));
  return ofCountry ?? map.get(EVERYWHERE_ELSE)?.[0];
}

/** A place that two of these zones claim; undefined when each place has one zone. */
export function claimedTwice(
  zones: readonly Pick<Zone, 'name' | 'places'>[],
): { readonly place: ZonePlace; readonly names: readonly [string, string] } | undefined {
  const owners = new Map<string, string>();
  for (const { name, places } of zones) {
    for (const place of places) {
      const key = `${place.countryCode} ${place.postcodes}`;
      const owner = owners.get(key);
      if (owner !== undefined) return { place, names: [owner, name] };
      owners.set(key, name);
    }
  }
  return undefined;
}
