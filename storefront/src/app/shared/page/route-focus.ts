import { ApplicationRef, DOCUMENT, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';

/** After a page change, moves focus to the new heading, so that it is read out and Tab goes on from there. */
@Service()
export class RouteFocus {
  private readonly router = inject(Router);
  private readonly application = inject(ApplicationRef);
  private readonly document = inject(DOCUMENT);

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.replace(/[?#].*$/, '')),
        startWith(undefined),
        pairwise(),
        // The first page has the focus the browser gives it; a filter keeps it where it is.
        filter(([from, to]) => from !== undefined && from !== to),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.application.whenStable().then(() => this.focusHeading()));
  }

  private focusHeading(): void {
    const heading =
      this.document.querySelector<HTMLElement>('main h1') ?? this.document.querySelector('main');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }
}
