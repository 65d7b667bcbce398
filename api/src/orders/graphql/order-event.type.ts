import { Field, ID, Int, ObjectType } from 'type-graphql';

import { encodeEventCursor } from '../../platform/events/event-cursor';
import { ForStaff } from '../../platform/graphql/access';
import { MoneyType } from '../../platform/graphql/money.type';
import { DateTime, EventCursor } from '../../platform/graphql/scalars';
import type { OrderEvent } from '../order-events';
import { EventActorType, toEventActorType } from './event-actor.type';
import {
  FulfilmentStatusName,
  OrderEventTypeName,
  OrderStatusName,
  PaymentStatusName,
} from './order-enums';
import { OrderLineUnitsType, toUnitsType } from './order-life.types';

@ObjectType('OrderEvent', { description: 'Something that happened to an order.' })
export class OrderEventType {
  @Field(() => EventCursor, {
    description:
      'Position, to be sent as `after` to the subscription or list that the event came from.',
  })
  cursor: string;

  @Field(() => Int, { description: 'Position within the order, from 1, without gaps.' })
  sequence: number;

  @Field(() => OrderEventTypeName, { description: 'What happened.' })
  type: OrderEventTypeName;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: Date;

  @Field(() => OrderStatusName, { description: "The order's status after this event." })
  status: OrderStatusName;

  @Field(() => PaymentStatusName, { description: 'The payment status after this event.' })
  paymentStatus: PaymentStatusName;

  @Field(() => FulfilmentStatusName, { description: 'The fulfilment status after this event.' })
  fulfilmentStatus: FulfilmentStatusName;

  @Field(() => String, {
    nullable: true,
    description: 'A note for the shopper, if one was written.',
  })
  note?: string;

  @Field(() => String, { nullable: true, description: 'Who carries the parcel, when it was sent.' })
  carrier?: string;

  @Field(() => String, { nullable: true, description: "The carrier's number, when it was sent." })
  trackingNumber?: string;

  @Field(() => String, { nullable: true, description: 'Where the carrier shows the parcel.' })
  trackingUrl?: string;

  @Field(() => ID, { nullable: true, description: 'The parcel concerned.' })
  parcelId?: string;

  @Field(() => ID, { nullable: true, description: 'The return concerned.' })
  returnId?: string;

  @Field(() => [OrderLineUnitsType], {
    description: 'The units concerned, such as those that were cancelled; empty where none are.',
  })
  lines: OrderLineUnitsType[];

  @Field(() => MoneyType, { nullable: true, description: 'The money that went back.' })
  amount?: MoneyType;

  @ForStaff('ORDERS_READ')
  @Field(() => EventActorType, { nullable: true, description: 'Who did it.' })
  actor?: EventActorType;

  /** Not a field: the order's loader takes it. */
  orderId: string;
}

/** Maps a logged event to its GraphQL form. */
export function toOrderEventType(
  event: OrderEvent,
  cursor = encodeEventCursor(event.sequence),
): OrderEventType {
  const { payload } = event;
  return Object.assign(new OrderEventType(), {
    cursor,
    sequence: event.sequence,
    type: OrderEventTypeName[event.type],
    occurredAt: new Date(event.occurredAt),
    status: OrderStatusName[payload.status],
    paymentStatus: PaymentStatusName[payload.paymentStatus],
    fulfilmentStatus: FulfilmentStatusName[payload.fulfilmentStatus],
    note: payload.note,
    carrier: payload.carrier,
    trackingNumber: payload.trackingNumber,
    trackingUrl: payload.trackingUrl,
    parcelId: payload.parcelId,
    returnId: payload.returnId,
    lines: toUnitsType(payload.lines ?? []),
    amount: amountOf(payload),
    actor: event.actor && toEventActorType(event.actor),
    orderId: event.aggregateId,
  });
}

function amountOf({ amount, currencyCode }: OrderEvent['payload']): MoneyType | undefined {
  return amount !== undefined && currencyCode !== undefined
    ? Object.assign(new MoneyType(), { amount, currencyCode })
    : undefined;
}
