import { registerEnumType } from 'type-graphql';

export enum ActionBlockCodeName {
  STAFF_ONLY = 'STAFF_ONLY',
  ORDER_CANCELLED = 'ORDER_CANCELLED',
  ORDER_REFUNDED = 'ORDER_REFUNDED',
  TOO_EARLY = 'TOO_EARLY',
  TOO_LATE = 'TOO_LATE',
  NOT_PAID = 'NOT_PAID',
  ALREADY_PAID = 'ALREADY_PAID',
  HELD_BY_PROVIDER = 'HELD_BY_PROVIDER',
  PARTLY_SENT = 'PARTLY_SENT',
  NOTHING_LEFT = 'NOTHING_LEFT',
}
registerEnumType(ActionBlockCodeName, {
  name: 'OrderActionBlockCode',
  description: 'What stands in the way of an action.',
  valuesConfig: {
    STAFF_ONLY: { description: 'Only the shop can do it.' },
    ORDER_CANCELLED: { description: 'The order is cancelled.' },
    ORDER_REFUNDED: { description: 'The order is refunded.' },
    TOO_EARLY: { description: 'Something has to be done first.' },
    TOO_LATE: { description: 'It can be done no longer.' },
    NOT_PAID: { description: 'Nothing was paid.' },
    ALREADY_PAID: { description: 'Nothing is due.' },
    HELD_BY_PROVIDER: { description: 'The provider has the money and can be asked for it.' },
    PARTLY_SENT: { description: 'A part is on its way, so it cannot be done with the whole.' },
    NOTHING_LEFT: { description: 'There is nothing left that it could be done with.' },
  },
});

export enum ParcelStatusName {
  PREPARED = 'PREPARED',
  SENT = 'SENT',
  DELIVERED = 'DELIVERED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ParcelStatusName, {
  name: 'ParcelStatus',
  description: 'Where a parcel stands.',
  valuesConfig: {
    PREPARED: { description: 'Packed, still in the building.' },
    SENT: { description: 'On its way.' },
    DELIVERED: { description: 'Arrived.' },
    CANCELLED: { description: 'Unpacked again before it was sent.' },
  },
});

export enum ReturnStatusName {
  REQUESTED = 'REQUESTED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  RECEIVED = 'RECEIVED',
  REFUNDED = 'REFUNDED',
  CLOSED = 'CLOSED',
}
registerEnumType(ReturnStatusName, {
  name: 'OrderReturnStatus',
  description: 'Where a return stands.',
  valuesConfig: {
    REQUESTED: { description: 'Asked for; the shop has not answered.' },
    APPROVED: { description: 'The goods may be sent.' },
    REJECTED: { description: 'The shop does not take them back.' },
    RECEIVED: { description: 'The goods are here.' },
    REFUNDED: { description: 'The money went back.' },
    CLOSED: { description: 'Ended.' },
  },
});

export enum ReturnReasonName {
  NOT_WANTED = 'NOT_WANTED',
  WRONG_SIZE = 'WRONG_SIZE',
  DAMAGED = 'DAMAGED',
  DEFECTIVE = 'DEFECTIVE',
  NOT_AS_DESCRIBED = 'NOT_AS_DESCRIBED',
  WRONG_ITEM = 'WRONG_ITEM',
  OTHER = 'OTHER',
}
registerEnumType(ReturnReasonName, {
  name: 'ReturnReason',
  description: 'Why goods come back.',
  valuesConfig: {
    NOT_WANTED: { description: 'The shopper has changed their mind.' },
    WRONG_SIZE: { description: 'They do not fit.' },
    DAMAGED: { description: 'They arrived damaged.' },
    DEFECTIVE: { description: 'They do not work.' },
    NOT_AS_DESCRIBED: { description: 'They are not what the page said.' },
    WRONG_ITEM: { description: 'Something else was sent.' },
    OTHER: { description: 'The note says why.' },
  },
});

export enum GoodsConditionName {
  AS_NEW = 'AS_NEW',
  OPENED = 'OPENED',
  DAMAGED = 'DAMAGED',
  MISSING = 'MISSING',
}
registerEnumType(GoodsConditionName, {
  name: 'GoodsCondition',
  description: 'How goods came back.',
  valuesConfig: {
    AS_NEW: { description: 'Can be sold as new.' },
    OPENED: { description: 'Was opened or used.' },
    DAMAGED: { description: 'Is broken.' },
    MISSING: { description: 'Was not in the parcel.' },
  },
});

export enum RefundKindName {
  CANCELLATION = 'CANCELLATION',
  EDIT = 'EDIT',
  REFUND = 'REFUND',
  RETURN = 'RETURN',
}
registerEnumType(RefundKindName, {
  name: 'OrderRefundKind',
  description: 'Why money went back.',
  valuesConfig: {
    CANCELLATION: { description: 'Units were cancelled.' },
    EDIT: { description: 'The order was changed and costs less.' },
    REFUND: { description: 'Staff gave it back.' },
    RETURN: { description: 'Goods came back.' },
  },
});

export enum RefundStateName {
  DONE = 'DONE',
  PENDING = 'PENDING',
  FAILED = 'FAILED',
}
registerEnumType(RefundStateName, {
  name: 'OrderRefundState',
  description: 'Where a refund stands.',
  valuesConfig: {
    DONE: { description: 'The money went back.' },
    PENDING: { description: 'The provider is being asked.' },
    FAILED: { description: 'The provider could not send it.' },
  },
});
