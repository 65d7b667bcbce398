import { Component } from '@angular/core';

/** The mark of the studio: three process colours that overprint. */
@Component({
  selector: 'app-logo',
  host: { class: 'inline-flex items-center gap-2.5' },
  template: `
    <svg viewBox="0 0 30 30" width="30" height="30" aria-hidden="true" class="isolate">
      <g class="overprint">
        <circle cx="11" cy="11" r="8" fill="var(--cyan)" />
        <circle cx="19" cy="11" r="8" fill="var(--magenta)" />
        <circle cx="15" cy="18.5" r="8" fill="var(--yellow)" />
      </g>
    </svg>
    <span class="font-display text-[1.375rem] leading-none font-bold tracking-tight">Halftone</span>
  `,
  styles: `
    circle {
      mix-blend-mode: multiply;
    }
    @media (prefers-color-scheme: dark) {
      :host-context(:root:not([data-theme='light'])) circle {
        mix-blend-mode: screen;
      }
    }
    :host-context([data-theme='dark']) circle {
      mix-blend-mode: screen;
    }
  `,
})
export class Logo {}
