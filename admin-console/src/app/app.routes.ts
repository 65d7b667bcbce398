import type { Routes } from '@angular/router';

import { permitted, signedInOnly, signedOutOnly } from './shared/session/session-guards';

/** The console's pages. */
export const appRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in · Cartwright console',
    canActivate: [signedOutOnly],
    loadComponent: () => import('./identity/sign-in/sign-in').then((page) => page.SignIn),
  },
  {
    path: '',
    canActivate: [signedInOnly],
    loadComponent: () => import('./shell/frame/frame').then((part) => part.Frame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'orders' },
      {
        path: 'orders',
        loadChildren: () => import('./orders/orders.routes').then((orders) => orders.ordersRoutes),
      },
      {
        path: 'drafts',
        canMatch: [permitted('ORDERS_WRITE')],
        loadChildren: () => import('./drafts/drafts.routes').then((drafts) => drafts.draftsRoutes),
      },
      {
        path: 'payments',
        canMatch: [permitted('ORDERS_READ')],
        loadChildren: () =>
          import('./payments/payments.routes').then((payments) => payments.paymentsRoutes),
      },
      {
        path: 'pricing',
        canMatch: [permitted('PRICING_WRITE')],
        loadChildren: () =>
          import('./pricing/pricing.routes').then((pricing) => pricing.pricingRoutes),
      },
      {
        path: 'promotions',
        canMatch: [permitted('PROMOTIONS_WRITE')],
        loadChildren: () =>
          import('./promotions/promotions.routes').then(
            (promotions) => promotions.promotionsRoutes,
          ),
      },
      {
        path: 'shipping',
        canMatch: [permitted('SHIPPING_WRITE')],
        loadChildren: () =>
          import('./shipping/shipping.routes').then((shipping) => shipping.shippingRoutes),
      },
      {
        path: 'gift-cards',
        canMatch: [permitted('GIFT_CARDS_WRITE')],
        loadChildren: () =>
          import('./gift-cards/gift-cards.routes').then((cards) => cards.giftCardsRoutes),
      },
      {
        path: 'messages',
        canMatch: [permitted('MESSAGES_READ')],
        loadChildren: () =>
          import('./messages/messages.routes').then((messages) => messages.messagesRoutes),
      },
      {
        path: 'system',
        loadChildren: () => import('./system/system.routes').then((system) => system.systemRoutes),
      },
      {
        path: '**',
        title: 'Not found · Cartwright console',
        loadComponent: () => import('./shell/not-found/not-found').then((page) => page.NotFound),
      },
    ],
  },
];
