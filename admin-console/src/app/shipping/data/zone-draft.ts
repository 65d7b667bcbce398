import { applyEach, required, type SchemaPathTree, validate } from '@angular/forms/signals';

import type { ShippingZoneSetInput } from '../../shared/graphql/types.generated';
import { countryName } from './countries';
import type { ZoneFieldsFragment } from './shipping-fragments.generated';

/** A country of a zone, or a part of it, as it is edited. */
export interface PlaceDraft {
  readonly countryCode: string;
  readonly postcodes: string;
}

/** A zone as it is edited. */
export interface ZoneDraft {
  readonly name: string;
  readonly isEverywhereElse: boolean;
  readonly places: readonly PlaceDraft[];
}

/** A zone ready to be edited; without one, a new zone. */
export function toZoneDraft(zone: ZoneFieldsFragment | undefined): ZoneDraft {
  if (!zone) {
    const place = { countryCode: '', postcodes: '' };
    return { name: '', isEverywhereElse: false, places: [place] };
  }
  const { name, isEverywhereElse, places } = zone;
  return {
    name,
    isEverywhereElse,
    places: places.map(({ countryCode, postcodes }) => ({
      countryCode,
      postcodes: postcodes.join(', '),
    })),
  };
}

/** What a draft is sent as. */
export function toZoneInput(draft: ZoneDraft, zoneId: string | undefined): ShippingZoneSetInput {
  return {
    ...(zoneId && { zoneId }),
    name: draft.name.trim(),
    isEverywhereElse: draft.isEverywhereElse,
    places: draft.places.map(({ countryCode, postcodes }) => ({
      countryCode: countryCode.trim().toUpperCase(),
      postcodes: postcodes
        .split(/[,\n]/)
        .map((each) => each.trim())
        .filter(Boolean),
    })),
  };
}

/** What must be right before a zone is sent. */
export function zoneRules(path: SchemaPathTree<ZoneDraft>): void {
  required(path.name, { message: 'Give it a name.' });
  applyEach(path.places, (place) => {
    validate(place.countryCode, ({ value }) =>
      /^[a-z]{2}$/i.test(value().trim())
        ? undefined
        : { kind: 'country', message: 'Two letters, such as GB.' },
    );
  });
}

/** Where the form has what the server names. */
export function placeInZone(path: readonly string[]): readonly string[] {
  return path.slice(0, 3);
}

/** What a zone takes in, for people. */
export function placesOf({ places, isEverywhereElse }: ZoneFieldsFragment): string {
  const named = places.map(({ countryCode, postcodes }) =>
    postcodes.length > 0
      ? `${countryName(countryCode)} (${postcodes.join(', ')})`
      : countryName(countryCode),
  );
  return [...named, ...(isEverywhereElse ? ['everywhere else'] : [])].join(', ');
}
