import { Field, ID, InputType, Int } from 'type-graphql';

import { MoneyInput } from '../../platform/graphql/money.type';
import { FREE } from './rate.types';

@InputType({ description: 'A price by weight.' })
export class ShippingWeightBandInput {
  @Field(() => Int, { description: 'From this weight on, in grams; the first from 0.' })
  fromGrams: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Below this weight, where the next begins; null when it never ends.',
  })
  belowGrams?: number | null;

  @Field(() => MoneyInput, { description: 'Price of the delivery.' })
  price: MoneyInput;
}

@InputType({ description: 'A price by what the goods cost.' })
export class ShippingSubtotalBandInput {
  @Field(() => MoneyInput, {
    description: 'From this subtotal on, after discounts; the first from 0.',
  })
  from: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Below this, where the next begins; null when it never ends.',
  })
  below?: MoneyInput | null;

  @Field(() => MoneyInput, { description: 'Price of the delivery.' })
  price: MoneyInput;
}

@InputType({
  description:
    'What a way of delivery costs in a zone: exactly one of price, weightBands and subtotalBands. Bands leave no gap and do not overlap; what lies above the last is not delivered.',
})
export class ShippingRateInput {
  @Field(() => ID, { description: 'The zone.' })
  zoneId: string;

  @Field(() => MoneyInput, { nullable: true, description: 'One price.' })
  price?: MoneyInput | null;

  @Field(() => [ShippingWeightBandInput], { nullable: true, description: 'Bands by weight.' })
  weightBands?: ShippingWeightBandInput[] | null;

  @Field(() => [ShippingSubtotalBandInput], { nullable: true, description: 'Bands by subtotal.' })
  subtotalBands?: ShippingSubtotalBandInput[] | null;

  @Field(() => MoneyInput, { nullable: true, description: FREE })
  freeFrom?: MoneyInput | null;

  @Field(() => Int, { nullable: true, description: 'Working days that it takes at least.' })
  minDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Working days that it takes at most.' })
  maxDays?: number | null;
}

@InputType({ description: 'A way of delivery as a whole; what it had before is replaced.' })
export class ShippingMethodSetInput {
  @Field(() => String, { description: 'Small letters, digits and hyphens; 40 at most.' })
  code: string;

  @Field(() => String, { description: 'Name for shoppers.' })
  name: string;

  @Field(() => String, { description: 'What to expect of it.' })
  description: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is offered at all.' })
  isActive: boolean;

  @Field(() => [ShippingRateInput], {
    description: 'One for each zone in which it is offered.',
  })
  rates: ShippingRateInput[];
}

@InputType({ description: 'Which way of delivery is removed.' })
export class ShippingMethodRemoveInput {
  @Field(() => String, { description: 'Its code.' })
  code: string;
}
