import { Component, afterNextRender, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { queryResource } from '#shared/graphql/query-resource';
import { RouteFocus } from '#shared/page/route-focus';
import { Session } from '#shared/session/session';
import { ToastRegion } from '#shared/ui/toast/toast-region';
import { Footer } from './shell/footer/footer';
import { Header } from './shell/header/header';
import { ShopShellDocument } from './shell/shop-shell.generated';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [Footer, Header, RouterOutlet, ToastRegion],
  templateUrl: './app.html',
})
export class App {
  private readonly session = inject(Session);
  private readonly query = queryResource(ShopShellDocument, () => ({}), {
    fetchPolicy: 'cache-first',
  });

  protected readonly shell = computed(() =>
    this.query.hasValue() ? this.query.value() : undefined,
  );
  protected readonly collections = computed(() => this.shell()?.collections.nodes ?? []);

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
