import type {
  OrderEventType,
  OrderRefundState,
  OrderReturnStatus,
  ParcelStatus,
  ReturnReason,
  UserErrorCode,
} from '#shared/graphql/types.generated';
import { formatMoney, type Money } from '#shared/money/money';
import { eventLabel, type StatusTone } from './order-status';

interface Words {
  readonly label: string;
  readonly tone: StatusTone;
}

interface ReturnWords extends Words {
  readonly next: string;
}

interface NamedLine {
  readonly productTitle: string;
  readonly variationTitle: string;
}

interface Refusal {
  readonly code: UserErrorCode;
  readonly message: string;
}

const PARCELS: Record<ParcelStatus, Words> = {
  PREPARED: { label: 'Packed', tone: 'neutral' },
  SENT: { label: 'On its way', tone: 'accent' },
  DELIVERED: { label: 'Arrived', tone: 'good' },
  CANCELLED: { label: 'Unpacked', tone: 'bad' },
};

const RETURNS: Record<OrderReturnStatus, ReturnWords> = {
  REQUESTED: {
    label: 'Requested',
    tone: 'accent',
    next: 'We read your request and answer by email. Keep the items until then.',
  },
  APPROVED: {
    label: 'Approved',
    tone: 'accent',
    next: 'Please send the items back, well packed. Your money follows once they are here.',
  },
  REJECTED: { label: 'Declined', tone: 'bad', next: 'We cannot take these items back.' },
  RECEIVED: { label: 'Received', tone: 'accent', next: 'The items are here. Your money follows.' },
  REFUNDED: { label: 'Refunded', tone: 'good', next: 'Your money is on its way back to you.' },
  CLOSED: { label: 'Closed', tone: 'neutral', next: 'Nothing more happens here.' },
};

const REASONS: Record<ReturnReason, string> = {
  NOT_WANTED: 'I changed my mind',
  WRONG_SIZE: 'It does not fit',
  NOT_AS_DESCRIBED: 'It is not what the page said',
  WRONG_ITEM: 'It is not what I ordered',
  DAMAGED: 'It arrived damaged',
  DEFECTIVE: 'It does not work',
  OTHER: 'Another reason',
};

const CANCEL_REFUSALS: Partial<Record<UserErrorCode, string>> = {
  VERSION_CONFLICT: 'Your order has just moved on. Look at where it stands, then decide again.',
  ILLEGAL_TRANSITION:
    'Your order has moved on, so it can no longer be changed here. What arrives can still be sent back.',
};

const REFUNDS: Record<OrderRefundState, string> = {
  DONE: 'Refunded',
  PENDING: 'Refund on its way',
  FAILED: 'Refund not sent yet',
};

/** The reasons to send something back, in the order in which a form offers them. */
export const RETURN_REASONS = Object.entries(REASONS).map(([code, label]) => ({
  code: code as ReturnReason,
  label,
}));

/** Words and tone for where a parcel stands. */
export function parcelWords(status: ParcelStatus): Words {
  return PARCELS[status];
}

/** Words and tone for where a return stands, and what happens next. */
export function returnWords(status: OrderReturnStatus): ReturnWords {
  return RETURNS[status];
}

/** Words for where a refund stands. */
export function refundText(state: OrderRefundState): string {
  return REFUNDS[state];
}

/** What happened, in words that stand alone, such as "Part of the money refunded: £5.00". */
export function eventText(event: {
  readonly type: OrderEventType;
  readonly amount: Money | null;
}): string {
  const label = eventLabel(event.type);
  return event.amount ? `${label}: ${formatMoney(event.amount)}` : label;
}

/** A line by what was ordered, such as "Halftone Moon (A2)". */
export function lineName({ productTitle, variationTitle }: NamedLine): string {
  return variationTitle === 'Default' ? productTitle : `${productTitle} (${variationTitle})`;
}

/** Why a shopper's wish to cancel was refused, and what is left to do. */
export function cancelRefusalText({ code, message }: Refusal): string {
  return CANCEL_REFUSALS[code] ?? message;
}

/** Some units of lines in words, such as "2 × Halftone Moon (A2)". */
export function unitTexts(
  units: readonly { readonly lineId: string; readonly quantity: number }[],
  lines: readonly (NamedLine & { readonly id: string })[],
): string[] {
  return units.map(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId);
    return `${quantity} × ${line ? lineName(line) : 'an item'}`;
  });
}
