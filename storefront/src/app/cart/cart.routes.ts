import type { Routes } from '@angular/router';

export const cartRoutes: Routes = [];
