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
  AUTHORIZED = 'AUTHORIZED',
  PARTIALLY_PAID = 'PARTIALLY_PAID',
  PAID = 'PAID',
  PARTIALLY_REFUNDED = 'PARTIALLY_REFUNDED',
  REFUNDED = 'REFUNDED',
  VOIDED = 'VOIDED',
}
registerEnumType(PaymentStatusName, {
  name: 'PaymentStatus',
  description: "Where an order's money stands.",
  valuesConfig: {
    PENDING: { description: 'Promised, not yet received.' },
    AUTHORIZED: { description: 'Held for the shop by the provider, not yet taken.' },
    PARTIALLY_PAID: { description: 'A part was received, the rest is due.' },
    PAID: { description: 'Received.' },
    PARTIALLY_REFUNDED: { description: 'Received, and a part given back.' },
    REFUNDED: { description: 'Received and given back.' },
    VOIDED: { description: 'Will not be asked for.' },
  },
});

export enum FulfilmentStatusName {
  UNFULFILLED = 'UNFULFILLED',
  PARTIALLY_FULFILLED = 'PARTIALLY_FULFILLED',
  FULFILLED = 'FULFILLED',
  DELIVERED = 'DELIVERED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(FulfilmentStatusName, {
  name: 'FulfilmentStatus',
  description: "Where an order's goods stand.",
  valuesConfig: {
    UNFULFILLED: { description: 'Not yet sent.' },
    PARTIALLY_FULFILLED: { description: 'A part was sent.' },
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
  PARCEL_PREPARED = 'PARCEL_PREPARED',
  PARCEL_SENT = 'PARCEL_SENT',
  PARCEL_UPDATED = 'PARCEL_UPDATED',
  PARCEL_DELIVERED = 'PARCEL_DELIVERED',
  PARCEL_CANCELLED = 'PARCEL_CANCELLED',
  LINES_CANCELLED = 'LINES_CANCELLED',
  REFUNDED_PART = 'REFUNDED_PART',
  REFUND_FAILED = 'REFUND_FAILED',
  RETURN_REQUESTED = 'RETURN_REQUESTED',
  RETURN_APPROVED = 'RETURN_APPROVED',
  RETURN_REJECTED = 'RETURN_REJECTED',
  RETURN_RECEIVED = 'RETURN_RECEIVED',
  RETURN_REFUNDED = 'RETURN_REFUNDED',
  RETURN_CLOSED = 'RETURN_CLOSED',
  EXCHANGED = 'EXCHANGED',
  EDITED = 'EDITED',
  NOTE = 'NOTE',
}
registerEnumType(OrderEventTypeName, {
  name: 'OrderEventType',
  description: 'What happened to an order.',
  valuesConfig: {
    SHIPPED: { description: 'The last of its parcels was sent.' },
    DELIVERED: { description: 'The last of its parcels arrived.' },
    PARCEL_SENT: { description: 'A parcel was sent, and others are to follow.' },
    PARCEL_DELIVERED: { description: 'A parcel arrived, and others are to follow.' },
    LINES_CANCELLED: { description: 'Some units will not be sent.' },
    REFUNDED_PART: { description: 'A part of the money went back.' },
    REFUND_FAILED: { description: 'Money that was to go back could not be sent.' },
    EXCHANGED: { description: 'Goods come back, and others are sent instead.' },
    EDITED: { description: 'What was ordered, or where it goes, was changed.' },
    NOTE: { description: 'The shop wrote to the customer.' },
  },
});

export enum OrderActionName {
  CONFIRM = 'CONFIRM',
  START_PROCESSING = 'START_PROCESSING',
  SHIP = 'SHIP',
  DELIVER = 'DELIVER',
  MARK_PAID = 'MARK_PAID',
  CANCEL = 'CANCEL',
  REFUND = 'REFUND',
  FULFIL = 'FULFIL',
  CANCEL_LINES = 'CANCEL_LINES',
  REFUND_PART = 'REFUND_PART',
  REQUEST_RETURN = 'REQUEST_RETURN',
  EXCHANGE = 'EXCHANGE',
  EDIT = 'EDIT',
  ADD_NOTE = 'ADD_NOTE',
  CAPTURE_PAYMENT = 'CAPTURE_PAYMENT',
}
registerEnumType(OrderActionName, {
  name: 'OrderAction',
  description: 'What can be done with an order.',
  valuesConfig: {
    SHIP: { description: 'Everything that is left, in one parcel.' },
    REFUND: { description: 'Everything that was paid.' },
    FULFIL: { description: 'Put some or all of what is left into a parcel.' },
    CANCEL_LINES: { description: 'Take units out that are in no parcel.' },
    REFUND_PART: { description: 'Give money back for lines, delivery, or by itself.' },
    REQUEST_RETURN: { description: 'Ask for goods to be taken back.' },
    EXCHANGE: { description: 'Take goods back and send others.' },
    CAPTURE_PAYMENT: { description: 'Take the money that a provider holds.' },
    EDIT: { description: 'Change what was ordered, or where it goes.' },
  },
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
