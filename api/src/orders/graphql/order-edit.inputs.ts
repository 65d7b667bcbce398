import { Field, ID, InputType, Int } from 'type-graphql';

import {
  OrderAddedLineInput,
  OrderAddressInput,
  OrderLineUnitsInput,
  OrderQuantityInput,
  OrderReturnLineInput,
} from './order-units.inputs';

@InputType({
  description: 'What is to be different about an order of which nothing is in a parcel.',
})
export class OrderEditInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [OrderQuantityInput], {
    nullable: true,
    description: 'Lines that are to have more or fewer units.',
  })
  quantities?: OrderQuantityInput[];

  @Field(() => [OrderAddedLineInput], {
    nullable: true,
    description: 'What is sold in addition, at the prices of today.',
  })
  added?: OrderAddedLineInput[];

  @Field(() => OrderAddressInput, {
    nullable: true,
    description: 'The corrected address, in the same country.',
  })
  shippingAddress?: OrderAddressInput;

  @Field(() => String, {
    nullable: true,
    description: 'The corrected address that messages go to.',
  })
  email?: string;

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'What could be different about an order.' })
export class OrderEditPreviewInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [OrderQuantityInput], {
    nullable: true,
    description: 'Lines that are to have more or fewer units.',
  })
  quantities?: OrderQuantityInput[];

  @Field(() => [OrderAddedLineInput], {
    nullable: true,
    description: 'What is sold in addition, at the prices of today.',
  })
  added?: OrderAddedLineInput[];

  @Field(() => OrderAddressInput, {
    nullable: true,
    description: 'The corrected address, in the same country.',
  })
  shippingAddress?: OrderAddressInput;

  @Field(() => String, {
    nullable: true,
    description: 'The corrected address that messages go to.',
  })
  email?: string;
}

@InputType({ description: 'Goods for goods.' })
export class OrderExchangeInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [OrderReturnLineInput], { description: 'What comes back.' })
  returned: OrderReturnLineInput[];

  @Field(() => [OrderAddedLineInput], { description: 'What is sent instead.' })
  added: OrderAddedLineInput[];

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'What goods for goods could be.' })
export class OrderExchangePreviewInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [OrderLineUnitsInput], { description: 'What would come back.' })
  returned: OrderLineUnitsInput[];

  @Field(() => [OrderAddedLineInput], { description: 'What would be sent instead.' })
  added: OrderAddedLineInput[];
}
