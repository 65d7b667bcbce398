import type { Clock } from '../kernel/clock';
import type { Transaction } from '../platform/database/transaction';
import type { EventBus } from '../platform/events/event-bus';
import type { EventFeed, FeedEvent } from '../platform/events/event-feed';
import type { EventLog, LoggedEvent } from '../platform/events/event-log';
import type { FeedPosition } from '../platform/events/feed-position';
import { followAggregate } from '../platform/events/follow';
import type { TaskEventName, TaskProgress, TaskStatus } from './domain/task';
import type { TaskState } from './persistence/task.repository';

/** The type of tasks in the event log. */
export const TASK_AGGREGATE = 'task';

/** What a task's event keeps: the state after it. */
export interface TaskEventPayload extends TaskProgress {
  readonly status: TaskStatus;
}

/** An event of a task as the log gives it. */
export type TaskEvent = Omit<LoggedEvent, 'type' | 'payload'> & {
  readonly type: TaskEventName;
  readonly payload: TaskEventPayload;
};

/** The event log of tasks: one entry for each version of a task. */
export class TaskEvents {
  constructor(
    private readonly log: EventLog,
    private readonly bus: EventBus,
    private readonly feed: EventFeed,
    private readonly clock: Clock,
  ) {}

  /** Appends what happened; `state` is the task's state after it. */
  async append(tx: Transaction, type: TaskEventName, state: TaskState): Promise<void> {
    const { id, version, ...payload } = state;
    await this.log.append(tx, {
      aggregateType: TASK_AGGREGATE,
      aggregateId: id,
      sequence: version,
      type,
      payload,
      actor: { kind: 'system' },
      occurredAt: this.clock.now(),
    });
  }

  /** Follows one task: what came after `after`, then live. */
  follow(taskId: string, after: number | undefined): Promise<AsyncIterableIterator<LoggedEvent>> {
    return followAggregate(this.log, this.bus, { type: TASK_AGGREGATE, id: taskId }, after);
  }

  /** Follows all tasks: what came after a position, then live. */
  followAll(after: FeedPosition | undefined): Promise<AsyncIterableIterator<FeedEvent>> {
    return this.feed.follow(after);
  }
}
