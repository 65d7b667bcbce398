import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { encodeEventCursor } from '../../platform/events/event-cursor';
import { connectionOf } from '../../platform/graphql/connection';
import { DateTime, EventCursor } from '../../platform/graphql/scalars';
import type { TaskRow } from '../persistence/task.read-model';
import type { TaskEvent } from '../task-events';

export enum TaskKindName {
  IMPORT = 'IMPORT',
  JOB = 'JOB',
}
registerEnumType(TaskKindName, {
  name: 'TaskKind',
  description: 'What kind of work a task is.',
  valuesConfig: {
    IMPORT: { description: 'Data comes in from a file.' },
    JOB: { description: 'Work that the shop does by itself took long enough to be shown.' },
  },
});

export enum TaskStatusName {
  RUNNING = 'RUNNING',
  COMPLETED = 'COMPLETED',
  FAILED = 'FAILED',
  INTERRUPTED = 'INTERRUPTED',
}
registerEnumType(TaskStatusName, {
  name: 'TaskStatus',
  description: 'How a task stands.',
  valuesConfig: {
    RUNNING: { description: 'Being done.' },
    COMPLETED: { description: 'Done.' },
    FAILED: { description: 'Given up; the note says why.' },
    INTERRUPTED: { description: 'Not heard of for a minute: whoever did it is gone.' },
  },
});

export enum TaskEventTypeName {
  STARTED = 'STARTED',
  PROGRESSED = 'PROGRESSED',
  COMPLETED = 'COMPLETED',
  FAILED = 'FAILED',
  INTERRUPTED = 'INTERRUPTED',
}
registerEnumType(TaskEventTypeName, {
  name: 'TaskEventType',
  description: 'What happened to a task.',
  valuesConfig: {
    STARTED: { description: 'It began.' },
    PROGRESSED: { description: 'It got further; told once a second at most.' },
    COMPLETED: { description: 'It was finished.' },
    FAILED: { description: 'It was given up.' },
    INTERRUPTED: { description: 'It was not heard of any more.' },
  },
});

@ObjectType('Task', { description: 'Work that takes a while, and how far it is.' })
export class TaskType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => TaskKindName, { description: 'What kind of work it is.' })
  kind: TaskKindName;

  @Field(() => String, { description: 'What is done, for people.' })
  title: string;

  @Field(() => TaskStatusName, { description: 'How it stands.' })
  status: TaskStatusName;

  @Field(() => Int, { description: 'Units done, such as products.' })
  done: number;

  @Field(() => Int, { nullable: true, description: 'Units to be done; null while unknown.' })
  total?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is or why it failed.' })
  note?: string | null;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => DateTime, { description: 'When it was last heard of.' })
  updatedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt?: Date | null;

  @Field(() => EventCursor, {
    description:
      'The position before its first event: `taskEvents` after it tells the whole story.',
  })
  beginning: string;
}

@ObjectType('TaskEvent', { description: 'Something that happened to a task.' })
export class TaskEventType {
  @Field(() => EventCursor, {
    description: 'Position, to be sent as `after` to the subscription that the event came from.',
  })
  cursor: string;

  @Field(() => Int, { description: 'Position within the task, from 1, without gaps.' })
  sequence: number;

  @Field(() => TaskEventTypeName, { description: 'What happened.' })
  type: TaskEventTypeName;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: Date;

  @Field(() => TaskStatusName, { description: 'How the task stood after this event.' })
  status: TaskStatusName;

  @Field(() => Int, { description: 'Units done by then.' })
  done: number;

  @Field(() => Int, { nullable: true, description: 'Units to be done, where known by then.' })
  total?: number;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  note?: string;

  /** Not a field: the task's loader takes it. */
  taskId: string;
}

/** One page of tasks. */
export const TaskConnection = connectionOf('Task', () => TaskType);

/** Maps a task to its GraphQL form. */
export function toTaskType(row: TaskRow): TaskType {
  const { kind, status, ...rest } = row;
  return Object.assign(new TaskType(), rest, {
    kind: TaskKindName[kind],
    status: TaskStatusName[status],
    beginning: encodeEventCursor(0),
  });
}

/** Maps a logged event to its GraphQL form. */
export function toTaskEventType(
  event: TaskEvent,
  cursor = encodeEventCursor(event.sequence),
): TaskEventType {
  const { status, done, total, note } = event.payload;
  return Object.assign(new TaskEventType(), {
    cursor,
    sequence: event.sequence,
    type: TaskEventTypeName[event.type],
    occurredAt: new Date(event.occurredAt),
    status: TaskStatusName[status],
    done,
    total,
    note,
    taskId: event.aggregateId,
  });
}
