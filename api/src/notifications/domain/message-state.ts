/** Where a message stands; every one begins as WAITING. */
export const messageStatuses = ['WAITING', 'SENT', 'KEPT', 'FAILED', 'DROPPED'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Mail servers give up after five days as well. */
const GIVEN_UP_AFTER_MS = 5 * 86_400_000;

/** What is done with a message that did not get through. */
export type NextStep = { readonly kind: 'fail' } | { readonly kind: 'retry'; readonly at: Date };

/** Whether a message that did not get through is tried again, and when. */
export function afterFailure(
  message: { readonly dueSince: Date },
  now: Date,
  delaySeconds: number,
): NextStep {
  if (now.getTime() - message.dueSince.getTime() >= GIVEN_UP_AFTER_MS) return { kind: 'fail' };
  return { kind: 'retry', at: new Date(now.getTime() + delaySeconds * 1_000) };
}
