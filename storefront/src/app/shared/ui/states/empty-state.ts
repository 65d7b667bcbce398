import { Component, input } from '@angular/core';

/** Says that there is nothing here and what to do next; put the next step inside. */
@Component({
  selector: 'app-empty-state',
  template: `
    <div class="flex flex-col items-start gap-4 py-8 sm:py-12">
      <div class="text-line-strong halftone mb-2 h-12 w-60" aria-hidden="true"></div>
      <h2 class="text-2xl">{{ heading() }}</h2>
      <div class="text-muted max-w-prose"><ng-content /></div>
      <ng-content select="[actions]" />
    </div>
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
