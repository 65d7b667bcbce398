import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** One step on the way from home; the last is the page itself and has no link. */
export interface Breadcrumb {
  readonly label: string;
  readonly link?: string;
}

/** The way back up. */
@Component({
  selector: 'app-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav aria-label="Breadcrumbs" class="text-muted text-sm">
      <ol class="flex flex-wrap items-center gap-x-2">
        @for (item of items(); track item.label) {
          <li class="flex items-center gap-x-2">
            @if (!$first) {
              <span aria-hidden="true">/</span>
            }
            @if (item.link) {
              <a
                [routerLink]="item.link"
                class="hover:text-ink py-1.5 underline-offset-4 hover:underline"
                >{{ item.label }}</a
              >
            } @else {
              <span aria-current="page">{{ item.label }}</span>
            }
          </li>
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly items = input.required<readonly Breadcrumb[]>();
}
