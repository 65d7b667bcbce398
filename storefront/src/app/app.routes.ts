import type { Routes } from '@angular/router';

/** Each domain brings its own pages, and loads when the first of them is opened. */
export const routes: Routes = [
  { path: '', loadChildren: () => import('./catalog/catalog.routes').then((m) => m.catalogRoutes) },
  { path: '', loadChildren: () => import('./cart/cart.routes').then((m) => m.cartRoutes) },
  {
    path: '',
    loadChildren: () => import('./checkout/checkout.routes').then((m) => m.checkoutRoutes),
  },
  { path: '', loadChildren: () => import('./account/account.routes').then((m) => m.accountRoutes) },
  { path: '', loadChildren: () => import('./orders/orders.routes').then((m) => m.ordersRoutes) },
  {
    path: '**',
    title: 'Not found',
    loadComponent: () => import('#shared/ui/not-found/not-found').then((m) => m.NotFound),
  },
];
