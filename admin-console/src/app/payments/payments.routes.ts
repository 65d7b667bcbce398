import type { Routes } from '@angular/router';

/** The pages about payments. */
export const paymentsRoutes: Routes = [
  {
    path: '',
    title: 'Payments to look at · Cartwright console',
    loadComponent: () =>
      import('./payment-alerts/payment-alerts').then((page) => page.PaymentAlertsPage),
  },
];
