import type { Routes } from '@angular/router';

/** The cart, and the way back to one that was left behind. */
export const cartRoutes: Routes = [
  {
    path: 'cart',
    title: 'Cart',
    loadComponent: () => import('./cart-page/cart-page').then((m) => m.CartPage),
  },
  {
    path: 'cart/restore',
    title: 'Your cart',
    loadComponent: () => import('./cart-restore/cart-restore').then((m) => m.CartRestore),
  },
];
