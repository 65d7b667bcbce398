import type { Routes } from '@angular/router';

/** The pages about gift cards. */
export const giftCardsRoutes: Routes = [
  {
    path: '',
    title: 'Gift cards · Cartwright console',
    loadComponent: () =>
      import('./gift-card-list/gift-card-list').then((page) => page.GiftCardList),
  },
  {
    path: ':id',
    title: 'Gift card · Cartwright console',
    loadComponent: () =>
      import('./gift-card-detail/gift-card-detail').then((page) => page.GiftCardDetail),
  },
];
