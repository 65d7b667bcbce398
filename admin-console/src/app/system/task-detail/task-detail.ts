import { Component, computed, inject, input, linkedSignal } from '@angular/core';

import { Clock } from '../../shared/format/clock';
import { clockTimeWithSeconds, exactTime } from '../../shared/format/time';
import { describeProblem } from '../../shared/graphql/graph-error';
import { liveEvents } from '../../shared/graphql/live-events';
import { queryResource } from '../../shared/graphql/query-resource';
import { Badge } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { PageState } from '../../shared/ui/page-state/page-state';
import { ReadProblem } from '../../shared/ui/read-problem/read-problem';
import {
  duration,
  progressWords,
  taskEventLabels,
  taskKindLabels,
  taskStatusViews,
} from '../data/task-status';
import { TaskProgress } from '../ui/task-progress/task-progress';
import {
  TaskDetailDocument,
  TaskStoryDocument,
  type TaskStorySubscription,
} from './task-detail.generated';

type TaskEvent = TaskStorySubscription['taskEvents'];

const shownEvents = 100;

/** One task: how far it is and everything that was heard of it. */
@Component({
  selector: 'cw-task-detail',
  imports: [Badge, Banner, PageHead, PageState, ReadProblem, TaskProgress],
  templateUrl: './task-detail.html',
  styleUrl: './task-detail.scss',
})
export class TaskDetail {
  private readonly clock = inject(Clock);

  readonly id = input.required<string>();

  protected readonly query = queryResource(TaskDetailDocument, () => ({ id: this.id() }));
  protected readonly task = computed(() => this.query.value()?.task ?? undefined);
  protected readonly isMissing = computed(() => this.query.value()?.task === null);
  protected readonly problem = computed(() =>
    this.query.error() ? describeProblem(this.query.error()) : undefined,
  );
  private readonly loadedId = computed(() => this.task()?.id);
  private readonly story = linkedSignal<string | undefined, readonly TaskEvent[]>({
    source: this.loadedId,
    computation: () => [],
  });
  protected readonly events = computed(() => this.story().slice(-shownEvents).reverse());
  protected readonly earlierCount = computed(() => Math.max(0, this.story().length - shownEvents));
  protected readonly took = computed(() => {
    const task = this.task();
    const now = new Date(this.clock.now()).toISOString();
    return task && duration(task.startedAt, task.finishedAt ?? now);
  });

  protected readonly back = { label: 'Tasks', path: '/system/tasks' };
  protected readonly kinds = taskKindLabels;
  protected readonly statuses = taskStatusViews;
  protected readonly labels = taskEventLabels;
  protected readonly exactTime = exactTime;
  protected readonly progressWords = progressWords;
  protected readonly timeOf = (iso: string) => clockTimeWithSeconds(Date.parse(iso));

  constructor() {
    // The events bring the task along, so the cache, and with it this page, follows by itself.
    liveEvents(TaskStoryDocument, {
      subject: this.loadedId,
      variables: (taskId) => ({
        taskId,
        after: this.story().at(-1)?.cursor ?? this.task()?.beginning ?? null,
      }),
      onEvent: ({ taskEvents }) => this.story.update((story) => [...story, taskEvents]),
    });
  }
}
