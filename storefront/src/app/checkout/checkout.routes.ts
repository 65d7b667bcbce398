import type { Routes } from '@angular/router';

/** From the cart to the order. */
export const checkoutRoutes: Routes = [
  {
    path: 'checkout',
    title: 'Checkout',
    loadComponent: () => import('./checkout-page/checkout-page').then((m) => m.CheckoutPage),
  },
  {
    path: 'checkout/return',
    title: 'Your payment',
    loadComponent: () => import('./checkout-return/checkout-return').then((m) => m.CheckoutReturn),
  },
];
