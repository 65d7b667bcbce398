import DataLoader from 'dataloader';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';

import type { Clock } from '../../kernel/clock';
import { isId } from '../../kernel/ids';
import type { FeedEvent } from '../../platform/events/event-feed';
import { ForStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  ForwardPageArgs,
  toConnection,
  toTimePageRequest,
} from '../../platform/graphql/connection';
import { feedPositionOf, sequenceOf } from '../../platform/graphql/event-positions';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { RequestContext } from '../../platform/graphql/request-context';
import { EventCursor } from '../../platform/graphql/scalars';
import { bySource, type HasSubscriptionSources } from '../../platform/graphql/subscription-source';
import { silentSince } from '../domain/task';
import type { TaskReadModel, TaskRow } from '../persistence/task.read-model';
import type { TaskEvent, TaskEvents } from '../task-events';
import { TaskConnection, TaskEventType, TaskType, toTaskEventType, toTaskType } from './task.type';

interface TaskEventsArgs {
  readonly taskId: string;
  readonly after?: string | null;
}

@Resolver(() => TaskEventType)
export class TaskResolver implements HasSubscriptionSources {
  private readonly taskById: LoaderFactory<string, TaskRow | undefined> = () =>
    new DataLoader(async (ids) => {
      const rows = await this.tasksOf(ids);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id));
    });

  constructor(
    private readonly tasksRead: TaskReadModel,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
  ) {}

  readonly sources = {
    taskEvents: (args: TaskEventsArgs) => this.follow(args),
    taskFeed: ({ after }: Pick<TaskEventsArgs, 'after'>) =>
      this.events.followAll(feedPositionOf(after)),
  };

  @ForStaff('CATALOG_READ')
  @Query(() => TaskConnection, {
    description: 'Imports and long work, newest first; kept for 30 days after their end.',
  })
  async tasks(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
  ): Promise<ConnectionShape<TaskType>> {
    const page = await this.tasksRead.page(toTimePageRequest(args), silentSince(this.clock.now()));
    return toConnection(page, toTaskType, () => this.tasksRead.count());
  }

  @ForStaff('CATALOG_READ')
  @Query(() => TaskType, { nullable: true, description: 'One task; null when there is none.' })
  async task(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<TaskType | undefined> {
    const [row] = isId(id) ? await this.tasksOf([id]) : [];
    return row && toTaskType(row);
  }

  @ForStaff('CATALOG_READ')
  @Subscription(() => TaskEventType, {
    ...bySource,
    description:
      'Follows one task live. With `after`, first everything missed since that cursor, then live, in order, without gap or duplicate. Without it, from now on.',
  })
  taskEvents(
    @Root() event: TaskEvent,
    @Arg('taskId', () => ID, { description: "The task's id." }) _taskId: string,
    @Arg('after', () => EventCursor, { nullable: true, description: 'The last event seen.' })
    _after?: string,
  ): TaskEventType {
    return toTaskEventType(event);
  }

  @ForStaff('CATALOG_READ')
  @Subscription(() => TaskEventType, {
    ...bySource,
    description:
      'Every event of every task as it happens. With `after`, first everything missed since that cursor of this feed, then live, each event once.',
  })
  taskFeed(
    @Root() { event, cursor }: FeedEvent,
    @Arg('after', () => EventCursor, {
      nullable: true,
      description: 'The last event seen of this feed.',
    })
    _after?: string,
  ): TaskEventType {
    return toTaskEventType(event as unknown as TaskEvent, cursor);
  }

  @FieldResolver(() => TaskType, {
    name: 'task',
    nullable: true,
    description: 'The task as it is now; null when it has been forgotten since.',
  })
  async taskOf(
    @Root() event: TaskEventType,
    @Ctx() context: RequestContext,
  ): Promise<TaskType | undefined> {
    const row = await context.loaders.get(this.taskById).load(event.taskId);
    return row && toTaskType(row);
  }

  private async follow({ taskId, after }: TaskEventsArgs) {
    const sequence = sequenceOf(after);
    const [task] = isId(taskId) ? await this.tasksOf([taskId]) : [];
    if (!task) throw new AppError('NOT_FOUND', 'There is no such task.');
    return this.events.follow(taskId, sequence);
  }

  private tasksOf(ids: readonly string[]): Promise<TaskRow[]> {
    return this.tasksRead.byIds(ids, silentSince(this.clock.now()));
  }
}
