import type { Routes } from '@angular/router';

import { permitted } from '../shared/session/session-guards';

/** The pages about how the shop runs. */
export const systemRoutes: Routes = [
  {
    path: 'cache',
    title: 'Cache · Cartwright console',
    canMatch: [permitted('SYSTEM_MANAGE')],
    loadComponent: () => import('./cache-page/cache-page').then((page) => page.CachePage),
  },
  {
    path: 'api-keys',
    title: 'API keys · Cartwright console',
    canMatch: [permitted('API_KEYS_WRITE')],
    loadComponent: () => import('./api-key-list/api-key-list').then((page) => page.ApiKeyList),
  },
  {
    path: 'tasks',
    canMatch: [permitted('CATALOG_READ')],
    children: [
      {
        path: '',
        title: 'Tasks · Cartwright console',
        loadComponent: () => import('./task-list/task-list').then((page) => page.TaskList),
      },
      {
        path: ':id',
        title: 'Task · Cartwright console',
        loadComponent: () => import('./task-detail/task-detail').then((page) => page.TaskDetail),
      },
    ],
  },
];
