import type { Routes } from '@angular/router';

/** The pages of the orders area. */
export const ordersRoutes: Routes = [
  {
    path: '',
    title: 'Orders · Cartwright console',
    loadComponent: () => import('./order-list/order-list').then((page) => page.OrderList),
  },
  {
    path: ':id',
    title: 'Order · Cartwright console',
    loadComponent: () => import('./order-detail/order-detail').then((page) => page.OrderDetail),
  },
];
