import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LucideMenu, LucideMoon, LucideShoppingBag, LucideSun, LucideUser } from '@lucide/angular';

import { CartStore } from '#shared/cart/cart-store';
import { Session } from '#shared/session/session';
import { Theme } from '#shared/theme/theme';
import { Drawer } from '#shared/ui/drawer/drawer';
import { Logo } from '../logo/logo';
import { SearchBox } from '../search-box/search-box';
import type { ShopShellQuery } from '../shop-shell.generated';

/** The head of every page: home, collections, search, theme, account and cart. */
@Component({
  selector: 'app-header',
  imports: [
    Drawer,
    Logo,
    LucideMenu,
    LucideMoon,
    LucideShoppingBag,
    LucideSun,
    LucideUser,
    RouterLink,
    RouterLinkActive,
    SearchBox,
  ],
  templateUrl: './header.html',
  styleUrl: './header.css',
})
export class Header {
  private readonly session = inject(Session);
  private readonly theme = inject(Theme);
  private readonly cart = inject(CartStore);

  readonly collections = input.required<ShopShellQuery['collections']['nodes']>();

  private readonly menu = viewChild.required(Drawer);

  protected readonly cartCount = this.cart.totalQuantity;
  protected readonly cartLabel = computed(() => {
    const count = this.cartCount();
    return count === 1 ? 'Cart, 1 item' : `Cart, ${count} items`;
  });
  protected readonly isSignedIn = this.session.isSignedIn;
  protected readonly accountLink = computed(() =>
    this.isSignedIn() ? '/account' : '/account/sign-in',
  );

  protected openMenu(): void {
    this.menu().open();
  }

  protected closeMenu(): void {
    this.menu().close();
  }

  protected switchTheme(): void {
    this.theme.switch();
  }
}
