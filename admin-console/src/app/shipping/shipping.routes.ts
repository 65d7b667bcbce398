import type { Routes } from '@angular/router';

import { leaveGuard } from '../shared/form/leave-guard';

const methodEdit = () => import('./method-edit/method-edit').then((page) => page.MethodEdit);

/** The pages about how goods are delivered. */
export const shippingRoutes: Routes = [
  {
    path: '',
    title: 'Shipping · Cartwright console',
    loadComponent: () => import('./shipping-page/shipping-page').then((page) => page.ShippingPage),
  },
  {
    path: 'methods/new',
    title: 'New way of delivery · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: methodEdit,
  },
  {
    path: 'methods/:code',
    title: 'Way of delivery · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: methodEdit,
  },
];
