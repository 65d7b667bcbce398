import { Field, ObjectType } from 'type-graphql';

import { CountryCode } from '../../platform/graphql/scalars';
import type { OrderAddress } from '../persistence/order-snapshots';

@ObjectType('Address', { description: 'Where a parcel goes.' })
export class AddressType {
  @Field(() => String, { description: 'Full name of the recipient.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Company.' })
  company?: string;

  @Field(() => String, { description: 'Street and number.' })
  line1: string;

  @Field(() => String, { nullable: true, description: 'Flat, floor, building.' })
  line2?: string;

  @Field(() => String, { description: 'Town.' })
  city: string;

  @Field(() => String, { nullable: true, description: 'State, province or county.' })
  region?: string;

  @Field(() => String, { nullable: true, description: 'Postcode, where the country has them.' })
  postcode?: string;

  @Field(() => CountryCode, { description: 'Country.' })
  countryCode: string;

  @Field(() => String, { nullable: true, description: 'For questions about the delivery only.' })
  phone?: string;
}

/** Maps an address to its GraphQL form. */
export function toAddressType(address: OrderAddress): AddressType {
  return Object.assign(new AddressType(), address);
}
