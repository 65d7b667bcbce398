import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LucideArrowUp, LucideListChecks } from '@lucide/angular';

import { describeProblem } from '../../shared/graphql/graph-error';
import { liveEvents } from '../../shared/graphql/live-events';
import { queryResource } from '../../shared/graphql/query-resource';
import { Session } from '../../shared/session/session';
import { Badge } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { DataGrid } from '../../shared/ui/data-grid/data-grid';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import type { TaskRowFragment } from '../data/task-fragments.generated';
import { taskKindLabels, taskStatusViews } from '../data/task-status';
import { TaskProgress } from '../ui/task-progress/task-progress';
import {
  TaskFeedDocument,
  type TaskFeedSubscription,
  TaskListDocument,
} from './task-list.generated';

const tasksPerPage = 25;

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
    Banner,
    DataGrid,
    EmptyState,
    GridCell,
    LucideArrowUp,
    LucideListChecks,
    MatButton,
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

  protected readonly tasks = queryResource(TaskListDocument, () => {
    const after = this.readUpTo();
    return { first: tasksPerPage, ...(after && { after }) };
  });
  protected readonly page = computed(() => this.tasks.value()?.tasks);
  protected readonly rows = computed(() => this.page()?.edges.map(({ node }) => node));
  protected readonly problem = computed(() =>
    this.tasks.error() ? describeProblem(this.tasks.error()) : undefined,
  );

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
    this.readUpTo.set(this.page()?.pageInfo.endCursor ?? undefined);
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
