import type { TimedJob } from '../../platform/module';
import type { TaskKeeper } from '../commands/task-keeper';

/** A run that takes longer than this is shown; most take milliseconds and would only fill the list. */
const SHOWN_AFTER_MS = 5_000;

/** The same job, whose long runs are tasks that people can watch. */
export function watchedJob(
  job: TimedJob,
  keeper: Pick<TaskKeeper, 'run'>,
  shownAfterMs = SHOWN_AFTER_MS,
): TimedJob {
  return {
    ...job,
    run: async (stopping) => {
      const running = job.run(stopping);
      let shown: Promise<void> | undefined;
      const timer = setTimeout(() => {
        shown = keeper.run({ kind: 'JOB', title: job.name }, () => running);
        // The job's own failure is told where the job is repeated.
        shown.catch(() => undefined);
      }, shownAfterMs);
      try {
        await running;
      } finally {
        clearTimeout(timer);
        await shown?.catch(() => undefined);
      }
    },
  };
}
