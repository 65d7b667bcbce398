import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideSearchX } from '@lucide/angular';

import { EmptyState } from '../ui/empty-state/empty-state';

/** What stands in a list's place when nothing is like what it was narrowed to, with the way back to all of it. */
@Component({
  selector: 'cw-no-match',
  imports: [EmptyState, LucideSearchX, MatButton, RouterLink],
  template: `
    <cw-empty-state heading="Nothing matches">
      <svg lucideSearchX aria-hidden="true"></svg>
      <span emptyText><ng-content /></span>
      <a matButton="outlined" [routerLink]="path()">{{ label() }}</a>
    </cw-empty-state>
  `,
})
export class NoMatch {
  /** Where the whole list is. */
  readonly path = input.required<string>();
  /** What its link says: "Show all orders". */
  readonly label = input.required<string>();
}
