import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

import { Session } from './session';

/** Lets in who is signed in; everyone else signs in first and then comes back here. */
export const signedInGuard: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);

  await session.start();
  return (
    session.isSignedIn() ||
    router.createUrlTree(['/account/sign-in'], { queryParams: { returnTo: state.url } })
  );
};
