import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';

import type { Permission } from '../graphql/types.generated';
import { Session } from './session';

/** Lets signed-in staff pass and sends everybody else to sign in, remembering where they wanted to go. */
export const signedInOnly: CanActivateFn = (_route, { url }) =>
  inject(Session).isSignedIn() ||
  inject(Router).createUrlTree(['/sign-in'], {
    queryParams: url === '/' ? {} : { returnTo: url },
  });

/** Keeps signed-in staff away from the sign-in page. */
export const signedOutOnly: CanActivateFn = (route) =>
  !inject(Session).isSignedIn() ||
  inject(Router).parseUrl(safeReturnPath(route.queryParamMap.get('returnTo')));

/** Lets only staff who have been given a permission find a page; for others there is none. */
export function permitted(permission: Permission): CanMatchFn {
  return () => inject(Session).can(permission);
}

/** The page to open after signing in; anything but a path of this console is ignored. */
export function safeReturnPath(candidate: string | null | undefined): string {
  const isOwnPath = candidate && /^\/(?![/\\])/.test(candidate);
  return isOwnPath && !candidate.startsWith('/sign-in') ? candidate : '/orders';
}
