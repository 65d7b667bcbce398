import { afterNextRender, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';

import { queryResource } from '#shared/graphql/query-resource';
import { RouteFocus } from '#shared/page/route-focus';
import { Session } from '#shared/session/session';
import { ToastRegion } from '#shared/ui/toast/toast-region';
import { FocusedHeader } from './shell/focused-header/focused-header';
import { Footer } from './shell/footer/footer';
import { Header } from './shell/header/header';
import { ShopShellDocument } from './shell/shop-shell.generated';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [FocusedHeader, Footer, Header, RouterOutlet, ToastRegion],
  templateUrl: './app.html',
})
export class App {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly query = queryResource(ShopShellDocument, () => ({}), {
    fetchPolicy: 'cache-first',
  });

  protected readonly shell = computed(() =>
    this.query.hasValue() ? this.query.value() : undefined,
  );
  protected readonly collections = computed(() => this.shell()?.collections.nodes ?? []);

  /** Whether the page is one that should not lead away, such as the checkout. */
  protected readonly isFocused = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => /^\/checkout(?=[/?#]|$)/.test(urlAfterRedirects)),
    ),
    { initialValue: false },
  );

  constructor() {
    inject(RouteFocus);
    afterNextRender(() => void this.session.start());
  }

  /** The link's own address would lead home, as the document has a base. */
  protected skipToContent(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
    main.scrollIntoView();
  }
}
