import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';
import { CountryCode } from '../../platform/graphql/scalars';
import { EVERYWHERE_ELSE, type Zone } from '../domain/zones';

const PATTERNS =
  'Postcodes such as "SW1A 1AA", beginnings such as "BT*" and ranges such as "10000-19999"; empty for the whole country.';

@ObjectType('ShippingPlace', { description: 'A country, or a part of it.' })
export class ShippingPlaceType {
  @Field(() => CountryCode, { description: 'The country.' })
  countryCode: string;

  @Field(() => [String], { description: PATTERNS })
  postcodes: string[];
}

@ObjectType('ShippingZone', { description: 'Where the shop delivers on the same terms.' })
export class ShippingZoneType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'For staff.' })
  name: string;

  @Field(() => [ShippingPlaceType], {
    description: 'The countries that are named, by code. Of several that fit the most exact holds.',
  })
  places: ShippingPlaceType[];

  @Field(() => Boolean, {
    description: 'Whether it also takes every country of the shop that no zone names.',
  })
  isEverywhereElse: boolean;
}

@InputType({ description: 'A country, or a part of it.' })
export class ShippingPlaceInput {
  @Field(() => CountryCode, { description: 'The country.' })
  countryCode: string;

  @Field(() => [String], { defaultValue: [], description: PATTERNS })
  postcodes: string[];
}

@InputType({ description: 'A zone as a whole; what it had before is replaced.' })
export class ShippingZoneSetInput {
  @Field(() => ID, { nullable: true, description: 'The zone; left out to make one.' })
  zoneId?: string | null;

  @Field(() => String, { description: 'For staff.' })
  name: string;

  @Field(() => [ShippingPlaceInput], {
    description:
      'What belongs to it. No other zone may name the same; a country that the shop did not sell to is added to its countries.',
  })
  places: ShippingPlaceInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it also takes every country of the shop that no zone names; one may.',
  })
  isEverywhereElse: boolean;
}

@InputType({ description: 'Which zone is removed.' })
export class ShippingZoneRemoveInput {
  @Field(() => ID, { description: 'The zone.' })
  zoneId: string;
}

@ObjectType({ description: 'Outcome of shippingZoneSet.' })
export class ShippingZoneSetPayload extends MutationPayload {
  @Field(() => ShippingZoneType, { nullable: true, description: 'The zone now.' })
  shippingZone?: ShippingZoneType;
}

@ObjectType({ description: 'Outcome of shippingZoneRemove.' })
export class ShippingZoneRemovePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The zone that is gone.' })
  shippingZoneId?: string;
}

/** Maps a zone to its GraphQL form. */
export function toShippingZoneType({ id, name, places }: Zone): ShippingZoneType {
  const byCountry = Map.groupBy(places, ({ countryCode }) => countryCode);
  const isEverywhereElse = byCountry.delete(EVERYWHERE_ELSE);
  // A zone may have a country and also name parts of it: then the country stands by itself.
  const shown = [...byCountry].flatMap(([countryCode, parts]) => {
    const postcodes = parts.map((part) => part.postcodes).filter(Boolean);
    const place = (named: string[]): ShippingPlaceType =>
      Object.assign(new ShippingPlaceType(), { countryCode, postcodes: named });
    const isWhole = postcodes.length < parts.length;
    return [...(isWhole ? [place([])] : []), ...(postcodes.length > 0 ? [place(postcodes)] : [])];
  });
  return Object.assign(new ShippingZoneType(), { id, name, places: shown, isEverywhereElse });
}
