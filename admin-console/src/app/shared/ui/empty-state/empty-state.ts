import { Component, input } from '@angular/core';

/** What stands in a list's place when there is nothing to list. */
@Component({
  selector: 'cw-empty-state',
  template: `
    <ng-content select="svg" />
    <h2>{{ heading() }}</h2>
    <p><ng-content select="[emptyText]" /></p>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 6px;
      padding: 64px 24px 72px;
      text-align: center;
    }
    :host ::ng-deep > svg {
      width: 32px;
      height: 32px;
      margin-bottom: 6px;
      color: var(--cw-ink-faint);
      stroke-width: 1.5;
    }
    h2 {
      font-size: var(--cw-text-l);
    }
    p {
      max-width: 44ch;
      margin-bottom: 10px;
      color: var(--cw-ink-soft);
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
