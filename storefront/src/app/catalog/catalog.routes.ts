import type { Routes } from '@angular/router';

/** Home, listings and products. */
export const catalogRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./home/home').then((m) => m.Home) },
];
