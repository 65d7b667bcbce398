import type { Routes } from '@angular/router';

/** The pages about what the shop tells its shoppers by mail. */
export const messagesRoutes: Routes = [
  {
    path: '',
    title: 'Messages · Cartwright console',
    loadComponent: () => import('./message-list/message-list').then((page) => page.MessageList),
  },
  {
    path: 'templates',
    title: 'Message templates · Cartwright console',
    loadComponent: () => import('./template-page/template-page').then((page) => page.TemplatePage),
  },
  {
    path: ':id',
    title: 'Message · Cartwright console',
    loadComponent: () =>
      import('./message-detail/message-detail').then((page) => page.MessageDetail),
  },
];
