import type { Routes } from '@angular/router';

/** Home, listings and products. */
export const catalogRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./home/home').then((m) => m.Home) },
  {
    path: 'products',
    loadComponent: () => import('./listing/product-listing').then((m) => m.ProductListing),
  },
  {
    path: 'products/:slug',
    loadComponent: () => import('./product/product-page').then((m) => m.ProductPage),
  },
  { path: 'collections', pathMatch: 'full', redirectTo: 'products' },
  {
    path: 'collections/:slug',
    loadComponent: () => import('./listing/product-listing').then((m) => m.ProductListing),
  },
];
