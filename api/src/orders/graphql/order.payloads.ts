import { Field, ObjectType } from 'type-graphql';

import { MoneyType } from '../../platform/graphql/money.type';
import { MutationPayload } from '../../platform/graphql/payload';
import { UserError } from '../../platform/graphql/user-errors';
import { CostType } from '../../pricing';
import { OrderType } from './order.type';
import { OrderLineUnitsType } from './order-life.types';
import { OrderReturnType } from './order-return.type';

@ObjectType()
export abstract class OrderPayload extends MutationPayload {
  @Field(() => OrderType, { nullable: true, description: 'The order now.' })
  order?: OrderType;
}

@ObjectType()
export abstract class ReturnPayload extends OrderPayload {
  @Field(() => OrderReturnType, { nullable: true, description: 'The return now.' })
  orderReturn?: OrderReturnType;
}

@ObjectType({ description: 'Outcome of orderTransition.' })
export class OrderTransitionPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderMarkPaid.' })
export class OrderMarkPaidPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderPaymentCapture.' })
export class OrderPaymentCapturePayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderRefund.' })
export class OrderRefundPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderCancel.' })
export class OrderCancelPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderLinesCancel.' })
export class OrderLinesCancelPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderFulfil.' })
export class OrderFulfilPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of parcelUpdate.' })
export class ParcelUpdatePayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of parcelSend.' })
export class ParcelSendPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of parcelDeliver.' })
export class ParcelDeliverPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of parcelCancel.' })
export class ParcelCancelPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderEdit.' })
export class OrderEditPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of orderNoteAdd.' })
export class OrderNoteAddPayload extends OrderPayload {}

@ObjectType({ description: 'Outcome of returnRequest.' })
export class ReturnRequestPayload extends ReturnPayload {}

@ObjectType({ description: 'Outcome of returnApprove.' })
export class ReturnApprovePayload extends ReturnPayload {}

@ObjectType({ description: 'Outcome of returnReject.' })
export class ReturnRejectPayload extends ReturnPayload {}

@ObjectType({ description: 'Outcome of returnReceive.' })
export class ReturnReceivePayload extends ReturnPayload {}

@ObjectType({ description: 'Outcome of returnRefund.' })
export class ReturnRefundPayload extends ReturnPayload {}

@ObjectType({ description: 'Outcome of returnClose.' })
export class ReturnClosePayload extends ReturnPayload {}

@ObjectType({ description: 'Outcome of orderExchange.' })
export class OrderExchangePayload extends ReturnPayload {}

@ObjectType({ description: 'What a refund would do.' })
export class OrderRefundPreview {
  @Field(() => MoneyType, { nullable: true, description: 'What would go back.' })
  amount?: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What can go back at most.' })
  maximum?: MoneyType;

  @Field(() => [OrderLineUnitsType], { description: 'Units that it would be for.' })
  lines: OrderLineUnitsType[] = [];

  @Field(() => [UserError], { description: 'Why it cannot be done; empty when it can.' })
  userErrors: UserError[] = [];
}

@ObjectType({ description: 'What cancelling units would do.' })
export class OrderLinesCancelPreview {
  @Field(() => MoneyType, {
    nullable: true,
    description: 'What would be owed no longer; with the last of all goods, delivery as well.',
  })
  cancelled?: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What would go back.' })
  refund?: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What would still have to be paid.' })
  due?: MoneyType;

  @Field(() => [UserError], { description: 'Why it cannot be done; empty when it can.' })
  userErrors: UserError[] = [];
}

@ObjectType({ description: 'What sending goods back would bring.' })
export class ReturnPreview {
  @Field(() => MoneyType, { nullable: true, description: 'What would go back.' })
  refund?: MoneyType;

  @Field(() => [UserError], { description: 'Why it cannot be done; empty when it can.' })
  userErrors: UserError[] = [];
}

@ObjectType()
abstract class OrderChangePreview {
  @Field(() => CostType, { nullable: true, description: 'What is added would cost.' })
  added?: CostType;

  @Field(() => MoneyType, { nullable: true, description: 'What would be owed for the order.' })
  owed?: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'By how much that is more than now; negative when it is less.',
  })
  difference?: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What would still have to be paid.' })
  due?: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What would go back.' })
  refund?: MoneyType;

  @Field(() => [UserError], { description: 'Why it cannot be done; empty when it can.' })
  userErrors: UserError[] = [];
}

@ObjectType({ description: 'What an edit would make of an order.' })
export class OrderEditPreview extends OrderChangePreview {}

@ObjectType({ description: 'What an exchange would make of an order.' })
export class OrderExchangePreview extends OrderChangePreview {
  @Field(() => MoneyType, { nullable: true, description: 'What comes back would be credited at.' })
  credited?: MoneyType;
}
