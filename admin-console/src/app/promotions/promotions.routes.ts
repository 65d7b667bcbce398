import type { Routes } from '@angular/router';

import { leaveGuard } from '../shared/form/leave-guard';

const promotionEdit = () =>
  import('./promotion-edit/promotion-edit').then((page) => page.PromotionEdit);

/** The pages about discounts. */
export const promotionsRoutes: Routes = [
  {
    path: '',
    title: 'Promotions · Cartwright console',
    loadComponent: () =>
      import('./promotion-list/promotion-list').then((page) => page.PromotionList),
  },
  {
    path: 'test',
    title: 'Test promotions · Cartwright console',
    loadComponent: () =>
      import('./promotion-test/promotion-test').then((page) => page.PromotionTestPage),
  },
  {
    path: 'new',
    title: 'New promotion · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: promotionEdit,
  },
  {
    path: ':id',
    title: 'Promotion · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: promotionEdit,
  },
];
