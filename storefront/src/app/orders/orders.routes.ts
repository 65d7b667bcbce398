import type { Routes } from '@angular/router';

import { signedInGuard } from '#shared/session/signed-in.guard';

/** What follows after the order: its confirmation, its tracking, and the list of one's own. */
export const ordersRoutes: Routes = [
  {
    path: 'order-placed/:trackingToken',
    title: 'Thank you',
    loadComponent: () => import('./order-placed/order-placed').then((m) => m.OrderPlaced),
  },
  {
    path: 'track/:trackingToken',
    title: 'Track an order',
    loadComponent: () => import('./order-tracking/order-tracking').then((m) => m.OrderTracking),
  },
  {
    path: 'account/orders',
    title: 'Your orders',
    canActivate: [signedInGuard],
    loadComponent: () => import('./order-list/order-list').then((m) => m.OrderList),
  },
  {
    path: 'account/orders/:id',
    title: 'Your order',
    canActivate: [signedInGuard],
    loadComponent: () => import('./order-detail/order-detail').then((m) => m.OrderDetail),
  },
];
