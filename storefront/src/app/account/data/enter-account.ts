import { inject } from '@angular/core';
import type { FieldTree, TreeValidationResult } from '@angular/forms/signals';
import { Router } from '@angular/router';

import { RequestError } from '#shared/graphql/request-error';
import type { SignInResult } from '#shared/session/session';
import { Toaster } from '#shared/ui/toast/toaster';
import { cartMergeMessage } from './cart-merge';
import { safeReturnTo } from './return-to';

/** What a form is told when it could not be sent. */
export interface EntryProblem {
  readonly code: string;
  readonly message: string;
}

/** How a form lets somebody in: it goes where they came from, or says why not. */
export type EnterAccount = (
  enter: () => Promise<SignInResult>,
  returnTo: string | undefined,
  fields: Readonly<Record<string, FieldTree<string>>>,
) => Promise<{ readonly fieldErrors: TreeValidationResult; readonly problem: EntryProblem | null }>;

/** Signs in or registers, tells what became of the guest's cart, and returns to where the shopper was. */
export function injectEnterAccount(): EnterAccount {
  const router = inject(Router);
  const toaster = inject(Toaster);

  return async (enter, returnTo, fields) => {
    try {
      const result = await enter();
      if (result.ok) {
        const merged = cartMergeMessage(result.cartMerge);
        if (merged) toaster.show(merged);
        await router.navigateByUrl(safeReturnTo(returnTo), { replaceUrl: true });
        return { fieldErrors: null, problem: null };
      }
      const [first] = result.problems;
      const field = fields[first?.path?.at(-1) ?? (first?.code === 'EMAIL_TAKEN' ? 'email' : '')];
      if (!first || !field) {
        return { fieldErrors: null, problem: first ?? { code: 'INTERNAL', message: 'Try again.' } };
      }
      return {
        fieldErrors: { kind: 'refused', message: first.message, fieldTree: field },
        problem: null,
      };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return { fieldErrors: null, problem: { code: error.code, message: error.message } };
    }
  };
}
