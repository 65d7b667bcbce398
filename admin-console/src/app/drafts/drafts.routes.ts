import type { Routes } from '@angular/router';

import { leaveGuard } from '../shared/form/leave-guard';

const draftEdit = () => import('./draft-edit/draft-edit').then((page) => page.DraftEdit);

/** The pages about orders that staff prepare. */
export const draftsRoutes: Routes = [
  {
    path: '',
    title: 'Draft orders · Cartwright console',
    loadComponent: () => import('./draft-list/draft-list').then((page) => page.DraftList),
  },
  {
    path: 'new',
    title: 'New draft order · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: draftEdit,
  },
  {
    path: ':id',
    title: 'Draft order · Cartwright console',
    canDeactivate: [leaveGuard],
    loadComponent: draftEdit,
  },
];
