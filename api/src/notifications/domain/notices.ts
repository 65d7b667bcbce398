import type { TemplateName } from './template-names';

/** Something that the event log tells of. */
export interface Happening {
  readonly id: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A mail that something calls for. */
export interface Notice {
  readonly template: TemplateName;
  /** The event: it causes each kind of mail once. */
  readonly causeId: string;
  /** The order that it is about, whose address it goes to. */
  readonly orderId: string | undefined;
  /** Where it goes when it is about no order. */
  readonly recipient: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Which mail an order's event calls for; most events of the life within the shop call for none. */
const orderMails: Readonly<Record<string, TemplateName>> = {
  PLACED: 'ORDER_PLACED',
  PAID: 'ORDER_PAID',
  SHIPPED: 'ORDER_SHIPPED',
  DELIVERED: 'ORDER_DELIVERED',
  PARCEL_SENT: 'ORDER_SHIPPED',
  PARCEL_DELIVERED: 'ORDER_DELIVERED',
  CANCELLED: 'ORDER_CANCELLED',
  LINES_CANCELLED: 'ORDER_LINES_CANCELLED',
  REFUNDED: 'ORDER_REFUNDED',
  REFUNDED_PART: 'ORDER_REFUNDED',
  EDITED: 'ORDER_CHANGED',
  EXCHANGED: 'ORDER_CHANGED',
  NOTE: 'ORDER_NOTE',
  RETURN_REQUESTED: 'RETURN_REQUESTED',
  RETURN_APPROVED: 'RETURN_APPROVED',
  RETURN_REJECTED: 'RETURN_REJECTED',
  RETURN_RECEIVED: 'RETURN_RECEIVED',
  RETURN_REFUNDED: 'RETURN_REFUNDED',
};

const otherMails: Readonly<Record<string, TemplateName>> = {
  'gift-card.ISSUED': 'GIFT_CARD',
  'payment.RETURNED': 'PAYMENT_RETURNED',
};

/** The mail that an event calls for, if any. */
export function noticeOf(event: Happening): Notice | undefined {
  const { id, aggregateType, aggregateId, type, payload } = event;
  const base = { causeId: id, details: { ...payload, type, aggregateId } };
  if (aggregateType === 'order') {
    const template = orderMails[type];
    // A return's own mail tells what came of it.
    const isOfReturn = type === 'REFUNDED_PART' && typeof payload['returnId'] === 'string';
    if (!template || isOfReturn) return undefined;
    return { ...base, template, orderId: aggregateId, recipient: undefined };
  }
  const template = otherMails[`${aggregateType}.${type}`];
  const recipient = payload['email'] ?? payload['recipientEmail'];
  if (!template || typeof recipient !== 'string' || recipient === '') return undefined;
  return { ...base, template, orderId: undefined, recipient };
}
