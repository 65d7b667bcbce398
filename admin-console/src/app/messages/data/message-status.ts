import type { MessageStatus, MessageWhere } from '../../shared/graphql/types.generated';
import type { ListView } from '../../shared/list/list-views';
import type { Tone } from '../../shared/ui/badge/badge';

/** Where a message stands, in words and tone. */
export const messageStatusViews: Readonly<
  Record<MessageStatus, { readonly label: string; readonly tone: Tone }>
> = {
  WAITING: { label: 'Waiting', tone: 'waiting' },
  SENT: { label: 'Sent', tone: 'done' },
  KEPT: { label: 'Kept here', tone: 'active' },
  FAILED: { label: 'Failed', tone: 'ended' },
  DROPPED: { label: 'Dropped', tone: 'neutral' },
};

/** The cuts through the mailbox. */
export const messageViews = [
  { id: 'all', label: 'All', where: {} },
  { id: 'waiting', label: 'Waiting', where: { statuses: ['WAITING'] } },
  { id: 'failed', label: 'Failed', where: { statuses: ['FAILED'] } },
  { id: 'gone', label: 'Sent', where: { statuses: ['SENT', 'KEPT'] } },
] as const satisfies readonly (ListView & { readonly where: MessageWhere })[];

/** Whether a message can be sent again: it is written, and not on its way already. */
export function canResend(status: MessageStatus): boolean {
  return status === 'SENT' || status === 'KEPT' || status === 'FAILED';
}

/** What the mailbox is narrowed to by its address. */
export function messageWhere(view: string | undefined, query: string | undefined): MessageWhere {
  const narrowed = messageViews.find(({ id }) => id === view)?.where ?? {};
  return { ...narrowed, ...(query && { query }) };
}
