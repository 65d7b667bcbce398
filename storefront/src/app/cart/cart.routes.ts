import type { Routes } from '@angular/router';

/** The cart. */
export const cartRoutes: Routes = [
  {
    path: 'cart',
    title: 'Cart',
    loadComponent: () => import('./cart-page/cart-page').then((m) => m.CartPage),
  },
];
