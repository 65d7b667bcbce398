import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import { ProductType } from '../../catalog';
import { ppmToPercent } from '../../kernel/percent';
import { MutationPayload } from '../../platform/graphql/payload';
import { CountryCode, Decimal } from '../../platform/graphql/scalars';
import type { TaxRateRecord } from '../persistence/tax.repository';

export enum RoundingName {
  HALF_UP = 'HALF_UP',
  HALF_EVEN = 'HALF_EVEN',
}
registerEnumType(RoundingName, {
  name: 'Rounding',
  description: 'What becomes of exactly half of the smallest unit of a currency.',
  valuesConfig: {
    HALF_UP: { description: 'It goes up.' },
    HALF_EVEN: { description: 'It goes to the even neighbour.' },
  },
});

@ObjectType('TaxClass', { description: 'Goods that are taxed alike.' })
export class TaxClassType {
  @Field(() => String, { description: 'For programs, such as "standard".' })
  code: string;

  @Field(() => String, { description: 'For staff.' })
  name: string;
}

@ObjectType('TaxRate', { description: 'A tax on goods of one class at one place.' })
export class TaxRateType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Code of the tax class.' })
  taxClass: string;

  @Field(() => CountryCode, { description: 'The country.' })
  countryCode: string;

  @Field(() => String, { description: 'Region of the country; empty for all of it.' })
  region: string;

  @Field(() => String, { description: 'What postcodes begin with; empty for all of them.' })
  postcodePrefix: string;

  @Field(() => Int, {
    description:
      'From 1. Within a layer the most exact place replaces the others; layers add up, in this order.',
  })
  layer: number;

  @Field(() => String, { description: 'As receipts print it.' })
  name: string;

  @Field(() => Decimal, { description: 'Percentage, such as "9.975".' })
  percent: string;

  @Field(() => Boolean, { description: 'Whether the layers below belong to what is taxed.' })
  isCompound: boolean;
}

@ObjectType('TaxSettings', { description: 'What holds wherever nothing else is said.' })
export class TaxSettingsType {
  @Field(() => RoundingName, { description: 'How the tax of a line is rounded.' })
  rounding: RoundingName;

  @Field(() => String, { description: 'Class of products that are in no other.' })
  defaultClass: string;

  @Field(() => String, { description: 'Class of delivery.' })
  shippingClass: string;

  @Field(() => Boolean, {
    description: 'Whether prices contain the tax of wherever something goes, or it is added.',
  })
  pricesIncludeTax: boolean;
}

@InputType({ description: 'A tax class, made or renamed.' })
export class TaxClassSetInput {
  @Field(() => String, { description: 'Small letters, digits and hyphens; 40 at most.' })
  code: string;

  @Field(() => String, { description: 'For staff.' })
  name: string;
}

@InputType({ description: 'A rate; it replaces the one of the same class, place and layer.' })
export class TaxRateSetInput {
  @Field(() => String, { description: 'Code of the tax class.' })
  taxClass: string;

  @Field(() => CountryCode, { description: 'The country.' })
  countryCode: string;

  @Field(() => String, { nullable: true, description: 'Region; left out for the whole country.' })
  region?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What postcodes begin with; left out for all.',
  })
  postcodePrefix?: string | null;

  @Field(() => Int, { defaultValue: 1, description: 'From 1 to 5.' })
  layer: number;

  @Field(() => String, { description: 'As receipts print it.' })
  name: string;

  @Field(() => Decimal, { description: 'Percentage from 0 to 100, with four decimals at most.' })
  percent: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the layers below belong to what is taxed.',
  })
  isCompound: boolean;
}

@InputType({ description: 'Which rate is removed.' })
export class TaxRateRemoveInput {
  @Field(() => ID, { description: 'The rate.' })
  taxRateId: string;
}

@InputType({ description: 'Products and the class they come into.' })
export class ProductTaxClassSetInput {
  @Field(() => [ID], { description: 'The products, 500 at most.' })
  productIds: string[];

  @Field(() => String, { description: 'Code of the tax class.' })
  taxClass: string;
}

@InputType({ description: 'What holds wherever nothing else is said.' })
export class TaxSettingsSetInput {
  @Field(() => RoundingName, { description: 'How the tax of a line is rounded.' })
  rounding: RoundingName;

  @Field(() => String, { description: 'Class of products that are in no other.' })
  defaultClass: string;

  @Field(() => String, { description: 'Class of delivery.' })
  shippingClass: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether prices contain tax; as it was when left out.',
  })
  pricesIncludeTax?: boolean | null;
}

@ObjectType({ description: 'Outcome of taxClassSet.' })
export class TaxClassSetPayload extends MutationPayload {
  @Field(() => TaxClassType, { nullable: true, description: 'The class now.' })
  taxClass?: TaxClassType;
}

@ObjectType({ description: 'Outcome of taxRateSet.' })
export class TaxRateSetPayload extends MutationPayload {
  @Field(() => TaxRateType, { nullable: true, description: 'The rate now.' })
  taxRate?: TaxRateType;
}

@ObjectType({ description: 'Outcome of taxRateRemove.' })
export class TaxRateRemovePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The rate that is gone.' })
  taxRateId?: string;
}

@ObjectType({ description: 'Outcome of productTaxClassSet.' })
export class ProductTaxClassSetPayload extends MutationPayload {
  @Field(() => [ProductType], { nullable: true, description: 'The products.' })
  products?: ProductType[];
}

@ObjectType({ description: 'Outcome of taxSettingsSet.' })
export class TaxSettingsSetPayload extends MutationPayload {
  @Field(() => TaxSettingsType, { nullable: true, description: 'The settings now.' })
  taxSettings?: TaxSettingsType;
}

/** Maps a rate to its GraphQL form. */
export function toTaxRateType({ ratePpm, ...rate }: TaxRateRecord): TaxRateType {
  return Object.assign(new TaxRateType(), rate, { percent: ppmToPercent(ratePpm) });
}
