import { Field, ID, InputType, Int } from 'type-graphql';

import { GoodsConditionName } from './order-life-enums';
import { OrderLineUnitsInput, OrderReturnLineInput } from './order-units.inputs';

@InputType({
  description: 'Goods that are to be sent back, of an order named by its id or its tracking token.',
})
export class ReturnRequestInput {
  @Field(() => ID, { nullable: true, description: 'The order, for its customer or staff.' })
  orderId?: string;

  @Field(() => String, { nullable: true, description: 'Instead of the id, for a guest.' })
  trackingToken?: string;

  @Field(() => [OrderReturnLineInput], { description: 'What comes back, and why.' })
  lines: OrderReturnLineInput[];

  @Field(() => String, { nullable: true, description: 'For the shop.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({
  description: 'Goods that could be sent back, of an order named by its id or its tracking token.',
})
export class ReturnPreviewInput {
  @Field(() => ID, { nullable: true, description: 'The order, for its customer or staff.' })
  orderId?: string;

  @Field(() => String, { nullable: true, description: 'Instead of the id, for a guest.' })
  trackingToken?: string;

  @Field(() => [OrderLineUnitsInput], { description: 'What would come back.' })
  lines: OrderLineUnitsInput[];
}

@InputType({ description: 'A return that the shop agrees to.' })
export class ReturnApproveInput {
  @Field(() => ID, { description: 'The return.' })
  returnId: string;

  @Field(() => String, { nullable: true, description: 'What the shop says; shown to the shopper.' })
  answer?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A return that the shop refuses.' })
export class ReturnRejectInput {
  @Field(() => ID, { description: 'The return.' })
  returnId: string;

  @Field(() => String, { nullable: true, description: 'What the shop says; shown to the shopper.' })
  answer?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A return whose money goes back.' })
export class ReturnRefundInput {
  @Field(() => ID, { description: 'The return.' })
  returnId: string;

  @Field(() => String, { nullable: true, description: 'What the shop says; shown to the shopper.' })
  answer?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A return that ends.' })
export class ReturnCloseInput {
  @Field(() => ID, { description: 'The return.' })
  returnId: string;

  @Field(() => String, { nullable: true, description: 'What the shop says; shown to the shopper.' })
  answer?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'How units of a line came back.' })
export class ReceivedLineInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => GoodsConditionName, { description: 'How they are.' })
  condition: GoodsConditionName;

  @Field(() => Boolean, { description: 'Whether they go back on the shelf.' })
  restock: boolean;
}

@InputType({ description: 'Goods that came back.' })
export class ReturnReceiveInput {
  @Field(() => ID, { description: 'The return.' })
  returnId: string;

  @Field(() => [ReceivedLineInput], {
    description: 'How they are. What is not named came back as new and is not put on the shelf.',
  })
  lines: ReceivedLineInput[];

  @Field(() => String, { nullable: true, description: 'What the shop says; shown to the shopper.' })
  answer?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}
