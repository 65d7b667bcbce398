import { EventFeed } from '../platform/events/event-feed';
import type { ModuleParts, Platform, TimedJob } from '../platform/module';
import { TaskKeeper } from './commands/task-keeper';
import { TaskResolver } from './graphql/task.resolver';
import { watchedJob } from './jobs/watched-job';
import { TaskReadModel } from './persistence/task.read-model';
import { TaskRepository } from './persistence/task.repository';
import { TASK_AGGREGATE, TaskEvents } from './task-events';

/** What the tasks offer to others. */
export interface TasksModule extends ModuleParts {
  readonly keeper: TaskKeeper;
  /** The same job, shown as a task whenever a run of it takes long. */
  watch(job: TimedJob): TimedJob;
}

/** Wires the watching of work that takes a while. */
export function createTasksModule({
  dataSource,
  transactions,
  eventLog,
  eventBus,
  clock,
  log,
}: Platform): TasksModule {
  const feed = new EventFeed(TASK_AGGREGATE, dataSource, eventBus, (error) =>
    log.warn({ err: error }, 'the feed of tasks could not be read; trying again'),
  );
  const events = new TaskEvents(eventLog, eventBus, feed, clock);
  const keeper = new TaskKeeper(transactions, new TaskRepository(), events, clock, log);
  return {
    keeper,
    watch: (job) => watchedJob(job, keeper),
    resolvers: [new TaskResolver(new TaskReadModel(dataSource), events, clock)],
    jobs: [
      { name: 'interrupt-tasks', intervalSeconds: 15, run: () => keeper.interruptSilent() },
      { name: 'purge-tasks', intervalSeconds: 3_600, run: () => keeper.purge() },
    ],
  };
}
