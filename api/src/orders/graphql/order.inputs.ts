import { Field, ID, InputType, Int } from 'type-graphql';

import { DateTime } from '../../platform/graphql/scalars';
import { OrderStatusName, OrderTransitionName, PaymentStatusName } from './order-enums';
import { ReturnStatusName } from './order-life-enums';

@InputType({ description: 'What the list of orders is narrowed to.' })
export class OrderWhere {
  @Field(() => [OrderStatusName], { nullable: true, description: 'Any of these.' })
  statuses?: OrderStatusName[];

  @Field(() => [PaymentStatusName], { nullable: true, description: 'Any of these.' })
  paymentStatuses?: PaymentStatusName[];

  @Field(() => [ReturnStatusName], {
    nullable: true,
    description: 'Orders with a return that is any of these.',
  })
  returnStatuses?: ReturnStatusName[];

  @Field(() => String, {
    nullable: true,
    description: 'Part of an order number, e-mail address or name.',
  })
  query?: string;

  @Field(() => DateTime, { nullable: true, description: 'Inclusive.' })
  placedFrom?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Exclusive.' })
  placedTo?: Date;
}

@InputType({ description: 'A step of an order.' })
export class OrderTransitionInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => OrderTransitionName, { description: 'The step.' })
  transition: OrderTransitionName;

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => String, { nullable: true, description: 'With SHIP only.' })
  carrier?: string;

  @Field(() => String, { nullable: true, description: 'With SHIP only.' })
  trackingNumber?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'Money that has arrived.' })
export class OrderMarkPaidInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'An order to be cancelled, named by its id or its tracking token.' })
export class OrderCancelInput {
  @Field(() => ID, { nullable: true, description: 'The order, for its customer or staff.' })
  orderId?: string;

  @Field(() => String, { nullable: true, description: 'Instead of the id, for a guest.' })
  trackingToken?: string;

  @Field(() => String, { nullable: true, description: 'Why; shown in the order.' })
  reason?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}
