import type { Routes } from '@angular/router';
import { signedInGuard } from './data/signed-in.guard';

/** Who the shopper is: sign-in, registration and the overview. */
export const accountRoutes: Routes = [
  {
    path: 'account/sign-in',
    title: 'Sign in',
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'account/register',
    title: 'Create an account',
    loadComponent: () => import('./register/register').then((m) => m.Register),
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
