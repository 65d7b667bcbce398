import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

import { Session } from '#shared/session/session';
import { safeReturnTo } from './return-to';

/** Sends who is signed in already to where they wanted to go. */
export const signedOutGuard: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);

  await session.start();
  return (
    !session.isSignedIn() || router.parseUrl(safeReturnTo(route.queryParamMap.get('returnTo')))
  );
};
