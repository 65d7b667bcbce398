import { Component, computed, input, output } from '@angular/core';
import { LucideRotateCcw } from '@lucide/angular';

import { RequestError } from '#shared/graphql/request-error';
import { Button } from '#shared/ui/button/button';

/** Says that something could not be loaded, and offers to try again. */
@Component({
  selector: 'app-error-state',
  imports: [Button, LucideRotateCcw],
  template: `
    <div role="alert" class="border-bad flex flex-col items-start gap-4 border-l-4 py-4 pl-6">
      <h2 class="text-2xl">{{ heading() }}</h2>
      <p class="text-muted max-w-prose">{{ message() }}</p>
      @if (reference(); as id) {
        <p class="text-muted text-xs">Reference {{ id }}</p>
      }
      <button appButton="secondary" type="button" (click)="retry.emit()">
        <svg lucideRotateCcw [size]="18"></svg>Try again
      </button>
    </div>
  `,
})
export class ErrorState {
  readonly heading = input('This did not load');
  readonly error = input<Error>();
  readonly retry = output();

  protected readonly message = computed(
    () => this.error()?.message ?? 'Something went wrong. Please try again.',
  );
  protected readonly reference = computed(() => {
    const error = this.error();
    return error instanceof RequestError ? error.requestId : undefined;
  });
}
