import { forgetChanges } from '../platform/changes/change-log';
import { EventRelay } from '../platform/events/event-relay';
import type { Platform, TimedJob } from '../platform/module';
import type { Modules } from './build-modules';

/** How long the outcomes of idempotency keys are kept. */
const IDEMPOTENCY_DAYS = 7;

/** Everything that the worker repeats: the platform's own jobs and those of the modules. */
export function platformJobs(platform: Platform, modules: Modules): readonly TimedJob[] {
  const relay = new EventRelay(platform.dataSource, platform.eventBus);
  return [
    {
      name: 'event-relay',
      intervalSeconds: 0.5,
      run: async () => {
        await relay.catchUp();
      },
    },
    {
      name: 'forget-idempotency-keys',
      intervalSeconds: 3_600,
      run: async () => {
        await platform.dataSource.query(
          `DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)`,
          [IDEMPOTENCY_DAYS],
        );
      },
    },
    {
      // Builds that run for long without a deploy stay known.
      name: 'keep-trusted-operations',
      intervalSeconds: 86_400,
      run: async () => {
        await platform.trustedOperations.deploy();
        await platform.trustedOperations.forgetOld();
      },
    },
    {
      name: 'forget-changes',
      intervalSeconds: 60,
      run: () => forgetChanges(platform.dataSource),
    },
    ...modules.all.flatMap((module) => module.jobs ?? []),
  ].map((job) => modules.tasks.watch(job));
}
