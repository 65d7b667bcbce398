import { Component, computed, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';

import type { TaskRowFragment } from '../../data/task-fragments.generated';
import { progressWords } from '../../data/task-status';

/** How far a task is, as a bar and in words. */
@Component({
  selector: 'cw-task-progress',
  imports: [MatProgressBar],
  template: `
    @if (percent() !== undefined || isRunning()) {
      <mat-progress-bar
        [aria-label]="'Progress of ' + task().title"
        [mode]="percent() === undefined ? 'indeterminate' : 'determinate'"
        [value]="percent() ?? 0"
      />
    }
    <span class="numeric">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 5px;
    }
    mat-progress-bar {
      overflow: hidden;
      border-radius: 3px;
    }
    span {
      overflow: hidden;
      color: var(--cw-ink-soft);
      font-size: var(--cw-text-s);
      text-overflow: ellipsis;
    }
  `,
})
export class TaskProgress {
  readonly task = input.required<TaskRowFragment>();

  protected readonly isRunning = computed(() => this.task().status === 'RUNNING');
  protected readonly percent = computed(() => {
    const { done, total } = this.task();
    return total ? Math.min(100, (done / total) * 100) : undefined;
  });
  protected readonly words = computed(() => {
    const { done, total } = this.task();
    const percent = this.percent();
    const words = progressWords(done, total);
    return percent === undefined ? words : `${words} · ${Math.floor(percent)}%`;
  });
}
