import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** A named cut through a list. */
export interface ListView {
  readonly id: string;
  readonly label: string;
}

/** The cuts through a list as tabs; the first is the whole of it, others stand in the address as `view`. */
@Component({
  selector: 'cw-list-views',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="label()">
      @for (view of views(); track view.id; let isFirst = $first) {
        <a
          [routerLink]="[]"
          [queryParams]="{ view: isFirst ? null : view.id, after: null, before: null }"
          queryParamsHandling="merge"
          [attr.aria-current]="current() === view.id ? 'page' : null"
          >{{ view.label }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 2px;
      min-width: 0;
      overflow-x: auto;
      scrollbar-width: none;
    }
    a {
      padding: 5px 10px;
      border-radius: var(--cw-radius);
      color: var(--cw-ink-soft);
      font-weight: 500;
      text-decoration: none;
      white-space: nowrap;
      &:hover {
        background: var(--cw-hover);
        color: var(--cw-ink);
      }
      &:focus-visible {
        outline-offset: -2px;
      }
      &[aria-current] {
        background: var(--cw-neutral-bg);
        color: var(--cw-ink);
        font-weight: 600;
      }
    }
    @media (width < 720px) {
      :host {
        flex: 1 1 100%;
        min-width: 0;
        margin-inline: -4px;
      }
    }
  `,
})
export class ListViews {
  /** What the tabs choose, for screen readers. */
  readonly label = input.required<string>();
  readonly views = input.required<readonly ListView[]>();
  readonly current = input.required<string>();
}
