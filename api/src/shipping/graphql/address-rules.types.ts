import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

import { Shared } from '../../platform/graphql/caching';
import { CountryCode } from '../../platform/graphql/scalars';
import type { AddressPart } from '../domain/address-countries';
import type { AddressRules } from '../domain/address-rules';

/** Like the fields of AddressInput. */
export enum AddressFieldName {
  NAME = 'NAME',
  COMPANY = 'COMPANY',
  LINE1 = 'LINE1',
  LINE2 = 'LINE2',
  CITY = 'CITY',
  REGION = 'REGION',
  POSTCODE = 'POSTCODE',
  PHONE = 'PHONE',
}
registerEnumType(AddressFieldName, {
  name: 'AddressFieldName',
  description: 'A field of AddressInput.',
});

const names: Readonly<Record<AddressPart, AddressFieldName>> = {
  name: AddressFieldName.NAME,
  company: AddressFieldName.COMPANY,
  line1: AddressFieldName.LINE1,
  line2: AddressFieldName.LINE2,
  city: AddressFieldName.CITY,
  region: AddressFieldName.REGION,
  postcode: AddressFieldName.POSTCODE,
  phone: AddressFieldName.PHONE,
};

@Shared()
@ObjectType('AddressOption', { description: 'Something that can be chosen.' })
export class AddressOptionType {
  @Field(() => String, { description: 'What is sent.' })
  code: string;

  @Field(() => String, { description: 'What is shown.' })
  name: string;
}

@Shared()
@ObjectType('AddressField', { description: 'One field of an address form.' })
export class AddressFieldType {
  @Field(() => AddressFieldName, { description: 'Which one.' })
  field: AddressFieldName;

  @Field(() => String, { description: 'What it is called there, in English.' })
  label: string;

  @Field(() => Boolean, { description: 'Whether it must not be empty.' })
  isRequired: boolean;

  @Field(() => Int, { description: 'Most characters it takes.' })
  maxLength: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Regular expression that all of the text matches, in capital or small letters; null when any text will do.',
  })
  pattern?: string;

  @Field(() => String, { nullable: true, description: 'What a right text looks like.' })
  example?: string;

  @Field(() => [AddressOptionType], {
    description: 'What can be chosen; empty when anything can be written.',
  })
  options: AddressOptionType[];
}

@Shared()
@ObjectType('AddressRules', { description: 'How a country writes an address.' })
export class AddressRulesType {
  @Field(() => CountryCode, { description: 'The country.' })
  countryCode: string;

  @Field(() => [AddressFieldType], {
    description: 'What a form asks for, in this order. The server checks addresses by the same.',
  })
  fields: AddressFieldType[];
}

/** Maps address rules to their GraphQL form. */
export function toAddressRulesType({ countryCode, fields }: AddressRules): AddressRulesType {
  return Object.assign(new AddressRulesType(), {
    countryCode,
    fields: fields.map(({ part, options, ...rule }) =>
      Object.assign(new AddressFieldType(), rule, {
        field: names[part],
        options: options.map((option) => Object.assign(new AddressOptionType(), option)),
      }),
    ),
  });
}
