import type { Routes } from '@angular/router';

import { signedInGuard } from '#shared/session/signed-in.guard';
import { signedOutGuard } from './data/signed-out.guard';

/** Who the shopper is and what they want to be told: sign-in, registration, overview, fewer mails. */
export const accountRoutes: Routes = [
  {
    path: 'account/sign-in',
    title: 'Sign in',
    canActivate: [signedOutGuard],
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'account/register',
    title: 'Create an account',
    canActivate: [signedOutGuard],
    loadComponent: () => import('./register/register').then((m) => m.Register),
  },
  {
    path: 'unsubscribe',
    title: 'Unsubscribe',
    loadComponent: () => import('./unsubscribe/unsubscribe').then((m) => m.Unsubscribe),
  },
  {
    path: 'account',
    pathMatch: 'full',
    title: 'Your account',
    canActivate: [signedInGuard],
    loadComponent: () =>
      import('./account-overview/account-overview').then((m) => m.AccountOverview),
  },
];
