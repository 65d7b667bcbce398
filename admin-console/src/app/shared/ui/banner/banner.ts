import { Component, input } from '@angular/core';
import { LucideCircleAlert, LucideInfo } from '@lucide/angular';

/** A problem or notice that stays on the page until it is dealt with. */
@Component({
  selector: 'cw-banner',
  imports: [LucideCircleAlert, LucideInfo],
  template: `
    @if (kind() === 'problem') {
      <svg lucideCircleAlert aria-hidden="true"></svg>
    } @else {
      <svg lucideInfo aria-hidden="true"></svg>
    }
    <div class="words"><ng-content /></div>
    <div class="actions"><ng-content select="[bannerAction]" /></div>
  `,
  host: {
    '[attr.role]': "kind() === 'problem' ? 'alert' : 'status'",
    '[attr.data-kind]': 'kind()',
  },
  styleUrl: './banner.scss',
})
export class Banner {
  readonly kind = input<'problem' | 'notice'>('problem');
}
