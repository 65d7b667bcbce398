import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';

import { Clock } from '../../format/clock';
import { exactTime, relativeTime } from '../../format/time';

/** A moment in relative words with the exact time at hand. */
@Component({
  selector: 'cw-relative-time',
  imports: [MatTooltip],
  template: `<time [attr.datetime]="at()" [matTooltip]="exact()">{{ relative() }}</time>`,
})
export class RelativeTime {
  private readonly clock = inject(Clock);

  readonly at = input.required<string>();

  protected readonly exact = computed(() => exactTime(this.at()));
  protected readonly relative = computed(() => relativeTime(this.at(), this.clock.now()));
}
