import { Field, ObjectType } from 'type-graphql';

import { Shared } from '../../platform/graphql/caching';
import { CountryCode, CurrencyCode } from '../../platform/graphql/scalars';

@Shared()
@ObjectType('Country', { description: 'A country the shop ships to.' })
export class CountryType {
  @Field(() => CountryCode, { description: 'ISO 3166-1 alpha-2 code.' })
  code: string;

  @Field(() => String, { description: 'English name.' })
  name: string;
}

@Shared()
@ObjectType('Shop', { description: 'The shop itself.' })
export class ShopType {
  @Field(() => String, { description: 'Name that shoppers know it by.' })
  name: string;

  @Field(() => String, { description: 'What it sells, in a sentence or two.' })
  description: string;

  @Field(() => CurrencyCode, { description: 'Currency of all prices.' })
  currencyCode: string;

  @Field(() => Boolean, { description: 'Whether prices shown include tax.' })
  pricesIncludeTax: boolean;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** The GraphQL form of a country. */
export function toCountryType(code: string): CountryType {
  return Object.assign(new CountryType(), { code, name: countryNames.of(code) ?? code });
}
