import { Component, effect, inject, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Apollo } from 'apollo-angular';

import { Session } from './shared/session/session';

/** The root: whichever page the address asks for, and the way out when the session ends. */
@Component({
  selector: 'cw-root',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private wasSignedIn = this.session.isSignedIn();

  constructor() {
    effect(() => {
      const isSignedIn = this.session.isSignedIn();
      if (this.wasSignedIn && !isSignedIn) untracked(() => this.leave());
      this.wasSignedIn = isSignedIn;
    });
  }

  private leave(): void {
    const { url } = this.router;
    void this.router
      .navigate(['/sign-in'], { queryParams: url === '/orders' ? {} : { returnTo: url } })
      .then(() => this.apollo.client.clearStore());
  }
}
