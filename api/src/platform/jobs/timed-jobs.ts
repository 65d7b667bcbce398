import type { Logger } from 'pino';

import type { TimedJob } from '../module';

/** Jobs that are being repeated. */
export interface RunningJobs {
  /** Lets the running ones finish and starts no more. */
  stop(): Promise<void>;
}

/** Repeats each job, the next run counting from the end of the last; a failed run is logged and tried again. */
export function startJobs(jobs: readonly TimedJob[], log: Logger): RunningJobs {
  const stopping = new AbortController();
  const pause = (seconds: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, seconds * 1_000);
      stopping.signal.addEventListener('abort', wake);
    });
  const repeat = async (job: TimedJob): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await job.run(stopping.signal);
      } catch (error) {
        log.error({ err: error, job: job.name }, 'a timed job failed and will be tried again');
      }
      await pause(job.intervalSeconds);
    }
  };
  const loops = jobs.map(repeat);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
