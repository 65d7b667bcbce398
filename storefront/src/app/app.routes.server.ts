import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Pages about one person are rendered in the browser, which alone knows who that is. */
export const serverRoutes: ServerRoute[] = [
  { path: 'cart/**', renderMode: RenderMode.Client },
  { path: 'checkout/**', renderMode: RenderMode.Client },
  { path: 'order-placed/**', renderMode: RenderMode.Client },
  { path: 'account/**', renderMode: RenderMode.Client },
  { path: 'track/**', renderMode: RenderMode.Client },
  { path: 'unsubscribe', renderMode: RenderMode.Client },
  { path: '**', renderMode: RenderMode.Server },
];
