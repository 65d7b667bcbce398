import { Field, ID, InputType, Int } from 'type-graphql';

import { MoneyInput } from '../../platform/graphql/money.type';
import { OrderLineUnitsInput } from './order-units.inputs';

@InputType({
  description: 'Units that are not to be sent, of an order named by its id or its tracking token.',
})
export class OrderLinesCancelInput {
  @Field(() => ID, { nullable: true, description: 'The order, for its customer or staff.' })
  orderId?: string;

  @Field(() => String, { nullable: true, description: 'Instead of the id, for a guest.' })
  trackingToken?: string;

  @Field(() => [OrderLineUnitsInput], {
    description: 'What is cancelled; none of it may be in a parcel.',
  })
  lines: OrderLineUnitsInput[];

  @Field(() => String, { nullable: true, description: 'Why; shown in the order.' })
  reason?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({
  description: 'Units that would not be sent, of an order named by its id or its tracking token.',
})
export class OrderLinesCancelPreviewInput {
  @Field(() => ID, { nullable: true, description: 'The order, for its customer or staff.' })
  orderId?: string;

  @Field(() => String, { nullable: true, description: 'Instead of the id, for a guest.' })
  trackingToken?: string;

  @Field(() => [OrderLineUnitsInput], { description: 'What would be cancelled.' })
  lines: OrderLineUnitsInput[];
}

@InputType({
  description: 'Money that goes back: everything, unless lines, shipping or an amount are given.',
})
export class OrderRefundInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => String, { description: 'Why; shown to the shopper.' })
  reason: string;

  @Field(() => [OrderLineUnitsInput], {
    nullable: true,
    description: 'Units that were sent and whose money goes back.',
  })
  lines?: OrderLineUnitsInput[];

  @Field(() => MoneyInput, { nullable: true, description: 'Of what delivery cost.' })
  shipping?: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Instead of what lines and delivery come to, or by itself.',
  })
  amount?: MoneyInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the units of the lines go back on the shelf.',
  })
  restock?: boolean;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'Money that could go back.' })
export class OrderRefundPreviewInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [OrderLineUnitsInput], {
    nullable: true,
    description: 'Units that were sent and whose money goes back.',
  })
  lines?: OrderLineUnitsInput[];

  @Field(() => MoneyInput, { nullable: true, description: 'Of what delivery cost.' })
  shipping?: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Instead of what lines and delivery come to, or by itself.',
  })
  amount?: MoneyInput;
}

@InputType({ description: 'Money that a provider holds.' })
export class OrderPaymentCaptureInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A note on an order.' })
export class OrderNoteAddInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => String, { description: 'The note.' })
  text: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the customer does not see it, as it is when not given.',
  })
  isInternal?: boolean;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}
