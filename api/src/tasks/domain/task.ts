/** What kind of work a task is. */
export const taskKinds = ['IMPORT', 'JOB'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** How a task stands. Interrupted is what is no longer heard of: its process died or lost the database. */
export const taskStatuses = ['RUNNING', 'COMPLETED', 'FAILED', 'INTERRUPTED'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What happens to a task. */
export const taskEventNames = [
  'STARTED',
  'PROGRESSED',
  'COMPLETED',
  'FAILED',
  'INTERRUPTED',
] as const;
export type TaskEventName = (typeof taskEventNames)[number];

/** How far a task is, in units of its own. */
export interface TaskProgress {
  readonly done: number;
  /** Unknown while the work is still being measured. */
  readonly total?: number | undefined;
  /** One sentence for people. */
  readonly note?: string | undefined;
}

/** A task that has not been heard of for so long counts as interrupted. */
export const SILENCE_SECONDS = 60;
/** How often a running task says that it is alive. */
export const SIGN_OF_LIFE_SECONDS = 15;
/** Progress is told at most this often; a task of a million rows is no million events. */
const TOLD_EVERY_MS = 1_000;

/** Since when a task must have been silent to count as interrupted now. */
export function silentSince(now: Date): Date {
  return new Date(now.getTime() - SILENCE_SECONDS * 1_000);
}

/** Whether progress is due to be told again. */
export function isProgressDue(lastTold: Date, now: Date): boolean {
  return now.getTime() - lastTold.getTime() >= TOLD_EVERY_MS;
}
