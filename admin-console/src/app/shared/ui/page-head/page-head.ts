import { Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type Params, RouterLink } from '@angular/router';
import { LucideArrowLeft } from '@lucide/angular';

/** The way back from a page to its list. */
export interface BackLink {
  readonly label: string;
  readonly path: string;
  readonly params?: Params;
}

/**
 * The head of every page: the way back, the heading, what the page is about, what can be done. A page with a way
 * back is about one thing, and its tab is named after that.
 */
@Component({
  selector: 'cw-page-head',
  imports: [LucideArrowLeft, RouterLink],
  template: `
    @if (back(); as back) {
      <a class="back" [routerLink]="back.path" [queryParams]="back.params"
        ><svg lucideArrowLeft aria-hidden="true"></svg>{{ back.label }}</a
      >
    }
    <header>
      <div class="words">
        <div class="title">
          <h1>{{ heading() }}</h1>
          <ng-content select="[pageBadge]" />
        </div>
        <p class="soft about"><ng-content /></p>
      </div>
      <div class="actions"><ng-content select="[pageAction]" /></div>
    </header>
  `,
  styleUrl: './page-head.scss',
})
export class PageHead {
  readonly heading = input.required<string>();
  readonly back = input<BackLink>();

  constructor() {
    const title = inject(Title);
    effect(() => {
      if (this.back()) title.setTitle(`${this.heading()} · Cartwright console`);
    });
  }
}
