import { Component } from '@angular/core';

/** The place of something that is on its way; size it with classes. */
@Component({
  selector: 'app-skeleton',
  host: { class: 'block rounded-sm', 'aria-hidden': 'true' },
  template: '',
  styles: `
    :host {
      background: color-mix(in oklab, var(--ink) 9%, transparent);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
})
export class Skeleton {}
