import type {
  GoodsCondition,
  OrderReturnStatus,
  ReturnReason,
} from '../../shared/graphql/types.generated';
import type { Tone } from '../../shared/ui/badge/badge';

/** Where a return stands, in words and tone. */
export const returnStatusViews: Readonly<
  Record<OrderReturnStatus, { readonly label: string; readonly tone: Tone }>
> = {
  REQUESTED: { label: 'Asked for', tone: 'waiting' },
  APPROVED: { label: 'Approved', tone: 'active' },
  REJECTED: { label: 'Rejected', tone: 'ended' },
  RECEIVED: { label: 'Received', tone: 'active' },
  REFUNDED: { label: 'Refunded', tone: 'done' },
  CLOSED: { label: 'Closed', tone: 'neutral' },
};

export const returnReasonLabels: Readonly<Record<ReturnReason, string>> = {
  NOT_WANTED: 'Not wanted any more',
  WRONG_SIZE: 'Does not fit',
  WRONG_ITEM: 'Something else was sent',
  NOT_AS_DESCRIBED: 'Not as described',
  DAMAGED: 'Arrived damaged',
  DEFECTIVE: 'Does not work',
  OTHER: 'Another reason',
};

export const conditionLabels: Readonly<Record<GoodsCondition, string>> = {
  AS_NEW: 'As new',
  OPENED: 'Opened or used',
  DAMAGED: 'Broken',
  MISSING: 'Not in the parcel',
};

/** What is asked when a return goes on. */
export interface ReturnStep {
  readonly status: Exclude<OrderReturnStatus, 'REQUESTED'>;
  readonly label: string;
  /** What it will do, for the one who presses the button. */
  readonly consequence: string;
  readonly isDanger: boolean;
}

const steps: Readonly<Record<ReturnStep['status'], Omit<ReturnStep, 'status'>>> = {
  APPROVED: {
    label: 'Approve',
    consequence: 'The shopper is told that they may send the goods.',
    isDanger: false,
  },
  RECEIVED: {
    label: 'Goods arrived',
    consequence: 'Say how they are, and which go back on the shelf.',
    isDanger: false,
  },
  REFUNDED: {
    label: 'Refund',
    consequence: 'The money goes back the way it came.',
    isDanger: false,
  },
  REJECTED: {
    label: 'Reject',
    consequence: 'The shopper is told, with what you write.',
    isDanger: true,
  },
  CLOSED: { label: 'Close', consequence: 'It ends here; no money goes back.', isDanger: false },
};

/** What a return can become next, as buttons: what leads on first. */
export function returnSteps(next: readonly OrderReturnStatus[]): readonly ReturnStep[] {
  return (Object.keys(steps) as ReturnStep['status'][])
    .filter((status) => next.includes(status))
    .map((status) => ({ status, ...steps[status] }));
}
