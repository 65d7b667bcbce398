import { A11yModule } from '@angular/cdk/a11y';
import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import {
  LucideCheck,
  LucideDynamicIcon,
  LucideKeyboard,
  LucideLogOut,
  LucideMenu,
  LucideMonitor,
  LucideMoon,
  LucideShoppingBag,
  LucideSun,
  LucideX,
} from '@lucide/angular';
import { filter } from 'rxjs';

import { OrderFeed } from '../../orders/data/order-feed';
import { Appearance, type AppearanceChoice } from '../../shared/appearance/appearance';
import { queryResource } from '../../shared/graphql/query-resource';
import { Session } from '../../shared/session/session';
import { offerShortcut } from '../../shared/shortcuts/shortcuts';
import { LiveIndicator } from '../../shared/ui/live-indicator/live-indicator';
import { navigation } from '../navigation';
import { ShopNameDocument } from '../shop.generated';
import { ShortcutList } from '../shortcut-list/shortcut-list';

const appearances: readonly { choice: AppearanceChoice; label: string }[] = [
  { choice: 'system', label: 'As the system' },
  { choice: 'light', label: 'Light' },
  { choice: 'dark', label: 'Dark' },
];

/** What stands around every page: navigation, shop, appearance, the signed-in person. */
@Component({
  selector: 'cw-frame',
  imports: [
    A11yModule,
    LiveIndicator,
    LucideCheck,
    LucideDynamicIcon,
    LucideKeyboard,
    LucideLogOut,
    LucideMenu,
    LucideMonitor,
    LucideMoon,
    LucideShoppingBag,
    LucideSun,
    LucideX,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
  ],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
  host: { '(document:keydown.escape)': 'isNavigationOpen.set(false)' },
})
export class Frame {
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly orderFeed = inject(OrderFeed);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly shop = queryResource(ShopNameDocument, () => ({}));
  private readonly arrival = toSignal(
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)),
  );
  private path = this.currentPath();

  protected readonly appearance = inject(Appearance);
  protected readonly appearances = appearances;
  protected readonly isNavigationOpen = signal(false);
  protected readonly shopName = computed(() => this.shop.value()?.shop.name ?? '');
  protected readonly staffMember = this.session.staffMember;
  protected readonly initials = computed(() => initialsOf(this.staffMember()?.name ?? ''));
  protected readonly sections = computed(() =>
    navigation
      .map((section) => ({
        ...section,
        pages: section.pages.filter(({ permission }) => this.session.can(permission)),
      }))
      .filter(({ pages }) => pages.length > 0),
  );
  protected readonly newOrders = this.orderFeed.unseenCount;

  constructor() {
    offerShortcut({ keys: '?', label: 'Show this list', run: () => this.showShortcuts() });
    offerShortcut({ keys: 'g o', label: 'Go to orders', run: () => this.goToOrders() });
    offerShortcut({ keys: '/', label: 'Search orders', run: () => this.goToOrders(true) });
    for (const { path, label, keys } of this.sections().flatMap(({ pages }) => pages)) {
      const name = `Go to ${label.toLowerCase()}`;
      if (keys) offerShortcut({ keys, label: name, run: () => void this.router.navigate([path]) });
    }

    effect(() => {
      if (this.arrival()) untracked(() => this.arrive());
    });
    effect(() => {
      document.body.style.overflow = this.isNavigationOpen() ? 'hidden' : '';
    });
  }

  protected showShortcuts(): void {
    this.dialog.open(ShortcutList, { width: '420px' });
  }

  protected signOut(): void {
    // Locally the session is over at once; a lost request only leaves the cookie to expire.
    this.session.signOut().catch(() => undefined);
  }

  private goToOrders(focusSearch = false): void {
    void this.router.navigate(['/orders'], { state: { focusSearch } });
  }

  private arrive(): void {
    this.isNavigationOpen.set(false);
    const path = this.currentPath();
    if (path === this.path) return;
    this.path = path;
    this.main().nativeElement.focus({ preventScroll: true });
  }

  private currentPath(): string {
    return this.router.url.split('?')[0] ?? '';
  }
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
