import type { Routes } from '@angular/router';

import { leaveGuard } from '../shared/form/leave-guard';

const priceListEdit = () =>
  import('./price-list-edit/price-list-edit').then((page) => page.PriceListEdit);

/** The pages about what goods cost. */
export const pricingRoutes: Routes = [
  {
    path: 'price-lists',
    title: 'Price lists · Cartwright console',
    loadComponent: () =>
      import('./price-list-list/price-list-list').then((page) => page.PriceListList),
  },
  {
    path: 'price-lists/new',
    title: 'New price list · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: priceListEdit,
  },
  {
    path: 'price-lists/:id',
    title: 'Price list · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: priceListEdit,
  },
  {
    path: 'customer-groups',
    title: 'Customer groups · Cartwright console',
    loadComponent: () =>
      import('./customer-group-list/customer-group-list').then((page) => page.CustomerGroupList),
  },
  {
    path: 'taxes',
    title: 'Taxes · Cartwright console',
    loadComponent: () => import('./tax-page/tax-page').then((page) => page.TaxPage),
  },
];
