import { registerEnumType } from 'type-graphql';

export enum OrderStatusName {
  PENDING = 'PENDING',
  CONFIRMED = 'CONFIRMED',
  PROCESSING = 'PROCESSING',
  SHIPPED = 'SHIPPED',
  DELIVERED = 'DELIVERED',
  CANCELLED = 'CANCELLED',
  REFUNDED = 'REFUNDED',
}
registerEnumType(OrderStatusName, {
  name: 'OrderStatus',
  description: 'Where an order stands.',
  valuesConfig: {
    PENDING: { description: 'Placed; the shop has not looked at it yet.' },
    CONFIRMED: { description: 'The shop accepted it.' },
    PROCESSING: { description: 'The shop is making or packing it.' },
    SHIPPED: { description: 'On its way.' },
    DELIVERED: { description: 'Arrived.' },
    CANCELLED: { description: 'Ended before it was shipped.' },
    REFUNDED: { description: 'Ended with the money given back.' },
  },
});

export enum PaymentStatusName {
  PENDING = 'PENDING',
  PAID = 'PAID',
  REFUNDED = 'REFUNDED',
  VOIDED = 'VOIDED',
}
registerEnumType(PaymentStatusName, {
  name: 'PaymentStatus',
  description: "Where an order's money stands.",
  valuesConfig: {
    PENDING: { description: 'Promised, not yet received.' },
    PAID: { description: 'Received.' },
    REFUNDED: { description: 'Received and given back.' },
    VOIDED: { description: 'Will not be asked for.' },
  },
});

export enum FulfilmentStatusName {
  UNFULFILLED = 'UNFULFILLED',
  FULFILLED = 'FULFILLED',
  DELIVERED = 'DELIVERED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(FulfilmentStatusName, {
  name: 'FulfilmentStatus',
  description: "Where an order's goods stand.",
  valuesConfig: {
    UNFULFILLED: { description: 'Not yet sent.' },
    FULFILLED: { description: 'Sent.' },
    DELIVERED: { description: 'Arrived.' },
    CANCELLED: { description: 'Will not be sent.' },
  },
});

export enum OrderEventTypeName {
  PLACED = 'PLACED',
  PAID = 'PAID',
  CONFIRMED = 'CONFIRMED',
  PROCESSING = 'PROCESSING',
  SHIPPED = 'SHIPPED',
  DELIVERED = 'DELIVERED',
  CANCELLED = 'CANCELLED',
  REFUNDED = 'REFUNDED',
}
registerEnumType(OrderEventTypeName, {
  name: 'OrderEventType',
  description: 'What happened to an order.',
});

export enum OrderActionName {
  CONFIRM = 'CONFIRM',
  START_PROCESSING = 'START_PROCESSING',
  SHIP = 'SHIP',
  DELIVER = 'DELIVER',
  MARK_PAID = 'MARK_PAID',
  CANCEL = 'CANCEL',
  REFUND = 'REFUND',
}
registerEnumType(OrderActionName, {
  name: 'OrderAction',
  description: 'What can be done with an order.',
});

export enum OrderTransitionName {
  CONFIRM = 'CONFIRM',
  START_PROCESSING = 'START_PROCESSING',
  SHIP = 'SHIP',
  DELIVER = 'DELIVER',
}
registerEnumType(OrderTransitionName, {
  name: 'OrderTransition',
  description: 'A step of an order on its way to the shopper.',
});
