import type { TaskEventType, TaskKind, TaskStatus } from '../../shared/graphql/types.generated';
import type { Tone } from '../../shared/ui/badge/badge';

export const taskStatusViews: Readonly<
  Record<TaskStatus, { readonly label: string; readonly tone: Tone }>
> = {
  RUNNING: { label: 'Running', tone: 'active' },
  COMPLETED: { label: 'Finished', tone: 'done' },
  FAILED: { label: 'Failed', tone: 'ended' },
  INTERRUPTED: { label: 'Interrupted', tone: 'waiting' },
};

export const taskKindLabels: Readonly<Record<TaskKind, string>> = {
  IMPORT: 'Import',
  JOB: 'Work of the shop',
};

export const taskEventLabels: Readonly<Record<TaskEventType, string>> = {
  STARTED: 'Started',
  PROGRESSED: 'Got further',
  COMPLETED: 'Finished',
  FAILED: 'Failed',
  INTERRUPTED: 'Not heard of any more',
};

/** How far a task is, in words. */
export function progressWords(done: number, total: number | null): string {
  const count = done.toLocaleString('en-GB');
  return total === null ? `${count} so far` : `${count} of ${total.toLocaleString('en-GB')}`;
}

/** How long something took, such as "2 min 5 s"; the two largest units. */
export function duration(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.slice(0, 2).join(' ') || '0 s';
}
