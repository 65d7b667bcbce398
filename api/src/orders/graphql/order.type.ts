import { Field, ID, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { connectionOf } from '../../platform/graphql/connection';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import { CostType, thawTaxLines, toCostType } from '../../pricing';
import type { OrderEntity } from '../persistence/order.entity';
import { AddressType, toAddressType } from './address.type';
import { GiftCardPaymentType, toGiftCardPaymentType } from './gift-card-payment.type';
import {
  FulfilmentStatusName,
  OrderActionName,
  OrderStatusName,
  PaymentStatusName,
} from './order-enums';
import { ActionBlockCodeName } from './order-life-enums';
import { OrderPromotionType, toOrderPromotionType } from './order-promotion.type';

@ObjectType('Shipment', { description: 'The parcel of an order.' })
export class ShipmentType {
  @Field(() => String, { nullable: true, description: 'Who carries it.' })
  carrier?: string;

  @Field(() => String, { nullable: true, description: "The carrier's number for it." })
  trackingNumber?: string;

  @Field(() => DateTime, { description: 'When it left.' })
  shippedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it arrived.' })
  deliveredAt?: Date;
}

@ObjectType('AvailableOrderAction', { description: 'An action and whether it can be done now.' })
export class AvailableOrderActionType {
  @Field(() => OrderActionName, { description: 'The action.' })
  action: OrderActionName;

  @Field(() => Boolean, { description: 'Whether the caller may do it now.' })
  available: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, when it is not available.' })
  blockedBy?: string;

  @Field(() => ActionBlockCodeName, { nullable: true, description: 'The same for programs.' })
  blockCode?: ActionBlockCodeName;
}

@ObjectType('Order', { description: 'A placed order.' })
export class OrderType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, {
    description: 'The number people use, such as HT-1001. It opens nothing by itself.',
  })
  number: string;

  @Field(() => Int, { description: 'Counts changes; may be sent as expectedVersion.' })
  version: number;

  @Field(() => OrderStatusName, { description: 'Where the order stands.' })
  status: OrderStatusName;

  @Field(() => PaymentStatusName, { description: 'Where its money stands.' })
  paymentStatus: PaymentStatusName;

  @Field(() => FulfilmentStatusName, { description: 'Where its goods stand.' })
  fulfilmentStatus: FulfilmentStatusName;

  @Field(() => String, { description: 'Address that messages go to.' })
  email: string;

  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt: Date;

  @Field(() => CostType, { description: 'What it cost.' })
  cost: CostType;

  @Field(() => [OrderPromotionType], { description: 'The promotions it used, as they were then.' })
  promotions: OrderPromotionType[];

  @Field(() => [GiftCardPaymentType], { description: 'What gift cards paid of it.' })
  giftCards: GiftCardPaymentType[];

  @Field(() => MoneyType, {
    description: 'What gift cards left of the total when it was placed, to be paid another way.',
  })
  due: MoneyType;

  @Field(() => AddressType, { description: 'Where it goes.' })
  shippingAddress: AddressType;

  @Field(() => String, { description: 'The way of delivery that was chosen.' })
  shippingMethodName: string;

  @Field(() => String, { description: 'The way to pay that was chosen.' })
  paymentMethodName: string;

  @Field(() => ShipmentType, { nullable: true, description: 'The parcel, once it was sent.' })
  shipment?: ShipmentType;

  @Field(() => String, {
    description: "Opens this order's tracking page without signing in: a secret.",
  })
  trackingToken: string;

  /** Not a field: decides in which currency lines are told. */
  currencyCode: string;

  /** Not a field: what can be done with it is worked out from it. */
  entity: OrderEntity;
}

export const OrderConnection = connectionOf('Order', () => OrderType);

/** Maps an order to its GraphQL form. */
export function toOrderType(order: OrderEntity): OrderType {
  const shipment = order.shippedAt
    ? Object.assign(new ShipmentType(), {
        carrier: order.carrier ?? undefined,
        trackingNumber: order.trackingNumber ?? undefined,
        shippedAt: order.shippedAt,
        deliveredAt: order.deliveredAt ?? undefined,
      })
    : undefined;
  return Object.assign(new OrderType(), {
    id: order.id,
    number: order.number,
    version: order.version,
    status: OrderStatusName[order.status],
    paymentStatus: PaymentStatusName[order.paymentStatus],
    fulfilmentStatus: FulfilmentStatusName[order.fulfilmentStatus],
    email: order.email,
    placedAt: order.placedAt,
    cost: toCostType({ ...order, taxLines: thawTaxLines(order.taxLines) }, order.currencyCode),
    promotions: order.promotions.map((each) => toOrderPromotionType(each, order.currencyCode)),
    giftCards: order.giftCards.map((card) =>
      toGiftCardPaymentType({ ...card, amountMinor: BigInt(card.amountMinor) }, order.currencyCode),
    ),
    due: toMoneyType(money(dueOf(order), order.currencyCode)),
    shippingAddress: toAddressType(order.shippingAddress),
    shippingMethodName: order.shippingMethodName,
    paymentMethodName: order.paymentMethodName,
    shipment,
    trackingToken: order.trackingToken,
    currencyCode: order.currencyCode,
    entity: order,
  });
}

function dueOf({ totalMinor, giftCards }: OrderEntity): bigint {
  return giftCards.reduce((due, card) => due - BigInt(card.amountMinor), totalMinor);
}
