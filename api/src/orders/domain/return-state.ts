import { accepted, refused, type Result } from '../../kernel/result';

export const returnStatuses = [
  'REQUESTED',
  'APPROVED',
  'REJECTED',
  'RECEIVED',
  'REFUNDED',
  'CLOSED',
] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

/** Which status of a return may follow which. The database holds the same table; a test compares the two. */
export const returnSteps: Readonly<Record<ReturnStatus, readonly ReturnStatus[]>> = {
  REQUESTED: ['APPROVED', 'REJECTED', 'CLOSED'],
  APPROVED: ['RECEIVED', 'CLOSED'],
  REJECTED: [],
  RECEIVED: ['REFUNDED', 'CLOSED'],
  REFUNDED: ['CLOSED'],
  CLOSED: [],
};

const inWords: Record<ReturnStatus, string> = {
  REQUESTED: 'has been asked for and not answered yet',
  APPROVED: 'has been approved',
  REJECTED: 'has been rejected',
  RECEIVED: 'has been received',
  REFUNDED: 'has been refunded',
  CLOSED: 'is closed',
};

/** Whether its units are still on their way to a refund, so that nobody asks for them twice. */
export function holdsUnits(status: ReturnStatus): boolean {
  return status === 'REQUESTED' || status === 'APPROVED' || status === 'RECEIVED';
}

/** The next status of a return, or why it cannot be that. */
export function moveReturn(from: ReturnStatus, to: ReturnStatus): Result<ReturnStatus> {
  return returnSteps[from].includes(to)
    ? accepted(to)
    : refused({ code: 'ILLEGAL_TRANSITION', message: `The return ${inWords[from]}.` });
}
