import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

import { injectResponseStatus } from '#shared/graphql/response-status';
import { Button } from '#shared/ui/button/button';

/** The page for addresses that lead nowhere. */
@Component({
  selector: 'app-not-found',
  imports: [Button, RouterLink],
  template: `
    <section class="shell flex min-h-[50vh] flex-col items-start justify-center gap-6 py-16">
      <div class="text-magenta halftone h-20 w-96 max-w-full" aria-hidden="true"></div>
      <h1 class="text-4xl">This page is out of print</h1>
      <p class="text-muted max-w-prose">
        There is nothing at this address. It may have moved, or the link may have lost a letter.
      </p>
      <div class="flex flex-wrap gap-3">
        <a appButton routerLink="/products">See all prints</a>
        <a appButton="quiet" routerLink="/">Go to the start page</a>
      </div>
    </section>
  `,
})
export class NotFound {
  constructor() {
    injectResponseStatus()(404);
  }
}
