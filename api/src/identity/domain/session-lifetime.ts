import type { AccountKind } from './account-kind';

const HOUR_MS = 60 * 60 * 1000;

/** How long a session lasts from sign-in, however busy it is. */
const lifetimeMs: Readonly<Record<AccountKind, number>> = {
  customer: 30 * 24 * HOUR_MS,
  staff: 12 * HOUR_MS,
};

/** When a session that starts now ends for good. */
export function sessionExpiry(kind: AccountKind, now: Date): Date {
  return new Date(now.getTime() + lifetimeMs[kind]);
}
