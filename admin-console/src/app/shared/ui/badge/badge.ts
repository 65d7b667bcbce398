import { Component, input } from '@angular/core';

/** What a badge says by its colour: nothing, waiting, under way, on its way, done, or ended badly. */
export type Tone = 'neutral' | 'waiting' | 'active' | 'moving' | 'done' | 'ended';

/** A short state in a coloured pill; the words carry the meaning, the colour only helps. */
@Component({
  selector: 'cw-badge',
  template: `<span class="dot" aria-hidden="true"></span><ng-content />`,
  host: { '[attr.data-tone]': 'tone()' },
  styleUrl: './badge.scss',
})
export class Badge {
  readonly tone = input<Tone>('neutral');
}
