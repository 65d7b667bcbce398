import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

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

/** The page to open after signing in; anything but a path of this console is ignored. */
export function safeReturnPath(candidate: string | null | undefined): string {
  const isOwnPath = candidate && /^\/(?![/\\])/.test(candidate);
  return isOwnPath && !candidate.startsWith('/sign-in') ? candidate : '/orders';
}
