import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideSearchX } from '@lucide/angular';

import { describeProblem } from '../../graphql/graph-error';
import type { QueryResource } from '../../graphql/query-resource';
import { EmptyState } from '../empty-state/empty-state';
import { type BackLink, PageHead } from '../page-head/page-head';
import { ReadProblem } from '../read-problem/read-problem';

/** What a page about one thing shows while it has none: bones, a problem, or that there is no such thing. */
@Component({
  selector: 'cw-page-state',
  imports: [EmptyState, LucideSearchX, MatButton, PageHead, ReadProblem, RouterLink],
  template: `
    @if (isMissing()) {
      <cw-page-head [heading]="missing()" [back]="back()" />
      <cw-empty-state class="card" heading="Nothing is here">
        <svg lucideSearchX aria-hidden="true"></svg>
        <span emptyText
          ><ng-content>It was removed, or the link to it is incomplete.</ng-content></span
        >
        <a matButton="outlined" [routerLink]="back().path">{{ back().label }}</a>
      </cw-empty-state>
    } @else if (problem(); as problem) {
      <cw-page-head heading="Not available" [back]="back()" />
      <cw-read-problem [problem]="problem" (again)="query().reload()" />
    } @else {
      <div class="loading" role="status">
        <span class="visually-hidden">Loading</span>
        <div class="bone"></div>
        <div class="card tall"></div>
        <div class="card"></div>
      </div>
    }
  `,
  styles: `
    .loading {
      display: grid;
      gap: 16px;
      opacity: 0;
      animation: appear 0.2s 0.15s forwards;
    }
    .bone {
      width: 220px;
      height: 28px;
      border-radius: 6px;
      background: var(--cw-bone);
    }
    .loading .card {
      min-height: 140px;
    }
    .loading .tall {
      min-height: 260px;
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `,
})
export class PageState {
  readonly query = input.required<Pick<QueryResource<unknown>, 'error' | 'reload'>>();
  readonly isMissing = input.required<boolean>();
  /** What is said where there is no such thing. */
  readonly missing = input.required<string>();
  readonly back = input.required<BackLink>();

  protected readonly problem = computed(() => {
    const error = this.query().error();
    return error ? describeProblem(error) : undefined;
  });
}
