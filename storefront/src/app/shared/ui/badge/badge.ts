import { Component, input } from '@angular/core';

/** What a badge says beyond its words. */
export type BadgeTone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

/** A short state, such as "Low stock". */
@Component({
  selector: 'app-badge',
  host: { class: 'badge', '[class]': '"badge-" + tone()' },
  template: `<ng-content />`,
  styleUrl: './badge.css',
})
export class Badge {
  readonly tone = input<BadgeTone>('neutral');
}
