import type { TaskRowFragment } from '../system/data/task-fragments.generated';

/** A task as the graph gives it, of which a test states only what matters. */
export function aTask(given: Partial<TaskRowFragment> = {}) {
  return {
    __typename: 'Task',
    id: 't1',
    kind: 'IMPORT',
    title: 'Import of online-retail.csv',
    status: 'RUNNING',
    done: 0,
    total: null,
    note: null,
    startedAt: '2026-11-20T09:30:00.000Z',
    updatedAt: '2026-11-20T09:31:00.000Z',
    finishedAt: null,
    beginning: 'c0',
    ...given,
  };
}

/** A page of tasks; with `endCursor`, not the last one. */
export function aPageOfTasks(
  tasks: readonly ReturnType<typeof aTask>[],
  { totalCount = tasks.length, endCursor }: { totalCount?: number; endCursor?: string } = {},
) {
  return {
    tasks: {
      __typename: 'TaskConnection',
      edges: tasks.map((node) => ({ __typename: 'TaskEdge', cursor: node.id, node })),
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: endCursor !== undefined,
        endCursor: endCursor ?? null,
      },
      totalCount,
    },
  };
}
