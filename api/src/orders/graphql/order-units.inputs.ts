import { Field, ID, InputType, Int } from 'type-graphql';

import { CountryCode } from '../../platform/graphql/scalars';
import { ReturnReasonName } from './order-life-enums';

@InputType({ description: 'Some units of a line.' })
export class OrderLineUnitsInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: 'Units, from 1.' })
  quantity: number;
}

@InputType({ description: 'Units of a line to be sent back.' })
export class OrderReturnLineInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: 'Units, from 1.' })
  quantity: number;

  @Field(() => ReturnReasonName, { description: 'Why.' })
  reason: ReturnReasonName;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  note?: string;
}

@InputType({ description: 'A part that is chosen for one unit of a bundle.' })
export class OrderAddedPartInput {
  @Field(() => ID, { description: 'The choice that offers it.' })
  choiceId: string;

  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Units in one unit of the bundle, at least one.' })
  quantity: number;
}

@InputType({ description: 'Units to be sold in addition.' })
export class OrderAddedLineInput {
  @Field(() => ID, { description: 'What is sold.' })
  variationId: string;

  @Field(() => Int, { description: 'Units, from 1.' })
  quantity: number;

  @Field(() => [OrderAddedPartInput], {
    nullable: true,
    description:
      'What a bundle consists of, 100 at most; left out, what a shopper gets who chooses nothing.',
  })
  parts?: OrderAddedPartInput[];
}

@InputType({ description: 'How many units of a line an order is to have.' })
export class OrderQuantityInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: 'Units; 0 takes the line out.' })
  quantity: number;
}

@InputType({ description: 'A corrected address.' })
export class OrderAddressInput {
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

  @Field(() => CountryCode, { description: 'The country that the order goes to already.' })
  countryCode: string;

  @Field(() => String, { nullable: true, description: 'For questions about the delivery only.' })
  phone?: string;
}
