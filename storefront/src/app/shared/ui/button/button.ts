import { Component, input } from '@angular/core';

/** How much a button wants to be pressed. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of buttons, and of links that act like one. While `busy`, it shows so and takes no click. */
@Component({
  selector: 'button[appButton], a[appButton]',
  host: {
    class: 'button',
    '[class]': '"button-" + kind()',
    '[class.button-wide]': 'wide()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
    '(click)': 'holdWhileBusy($event)',
  },
  template: `@if (busy()) {
      <span class="spinner" aria-hidden="true"></span>
    }
    <ng-content />`,
  styleUrl: './button.css',
})
export class Button {
  readonly kind = input('primary', { alias: 'appButton', transform: orPrimary });
  readonly busy = input(false);
  readonly wide = input(false);

  protected holdWhileBusy(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

function orPrimary(kind: ButtonKind | ''): ButtonKind {
  return kind || 'primary';
}
