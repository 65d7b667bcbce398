import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LucideArrowUp, LucideListChecks } from '@lucide/angular';

import { liveEvents } from '../../shared/graphql/live-events';
import { ListCard } from '../../shared/list/list-card';
import { listResource, rowsPerPage } from '../../shared/list/list-resource';
import { Session } from '../../shared/session/session';
import { Badge } from '../../shared/ui/badge/badge';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import type { TaskRowFragment } from '../data/task-fragments.generated';
import { taskKindLabels, taskStatusViews } from '../data/task-status';
import { TaskProgress } from '../ui/task-progress/task-progress';
import {
  TaskFeedDocument,
  type TaskFeedSubscription,
  TaskListDocument,
} from './task-list.generated';

const columns: readonly GridColumn[] = [
  { id: 'title', header: 'Task', compact: 'lead' },
  { id: 'progress', header: 'Progress', compact: 'below', width: '220px' },
  { id: 'note', header: 'Reported', compact: 'below' },
  { id: 'started', header: 'Started', compact: 'inline', width: '126px' },
  { id: 'status', header: 'Status', compact: 'trail', width: '126px' },
];

/** Imports and long work, newest first; they move by themselves. */
@Component({
  selector: 'cw-task-list',
  imports: [
    Badge,
    EmptyState,
    GridCell,
    ListCard,
    LucideArrowUp,
    LucideListChecks,
    MatButton,
    PageHead,
    RelativeTime,
    TaskProgress,
  ],
  templateUrl: './task-list.html',
  styleUrl: './task-list.scss',
})
export class TaskList {
  private readonly session = inject(Session);

  protected readonly columns = columns;
  protected readonly kinds = taskKindLabels;
  protected readonly statuses = taskStatusViews;
  protected readonly taskId = (task: TaskRowFragment) => task.id;
  protected readonly taskLink = (task: TaskRowFragment) => ['/system/tasks', task.id];
  protected readonly rowAttributes = (task: TaskRowFragment) => ({
    'data-testid': 'task',
    'data-status': task.status,
  });

  private readonly readUpTo = signal<string | undefined>(undefined);
  private readonly lastHeard = signal<string | undefined>(undefined);
  /** Tasks that began while the person was further down the list. */
  protected readonly waitingCount = signal(0);

  protected readonly tasks = listResource(TaskListDocument, {
    filter: () => {
      const after = this.readUpTo();
      return { first: rowsPerPage, ...(after && { after }) };
    },
    // The cache puts the pages that were read one under the other, so that rows which move stay in sight.
    pageOf: ({ tasks: { edges, pageInfo, totalCount } }) => ({
      nodes: edges.map(({ node }) => node),
      totalCount,
      pageInfo: { ...pageInfo, hasPreviousPage: false, startCursor: null },
    }),
  });

  constructor() {
    liveEvents(TaskFeedDocument, {
      subject: () => this.session.staffMember()?.id,
      variables: () => {
        const after = this.lastHeard();
        return after ? { after } : {};
      },
      onEvent: ({ taskFeed }) => this.take(taskFeed),
    });
  }

  protected readMore(): void {
    this.readUpTo.set(this.tasks.nextCursor());
  }

  protected showNewest(): void {
    this.waitingCount.set(0);
    if (this.readUpTo() === undefined) this.tasks.reload();
    else this.readUpTo.set(undefined);
  }

  // The event's task is in the cache by now; only one that is new is not in the list.
  private take({ cursor, type }: TaskFeedSubscription['taskFeed']): void {
    this.lastHeard.set(cursor);
    if (type !== 'STARTED') return;
    if (this.readUpTo() === undefined) this.tasks.reload();
    else this.waitingCount.update((count) => count + 1);
  }
}
