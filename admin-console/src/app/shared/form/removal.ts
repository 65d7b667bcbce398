import { inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';

import { Commands } from '../graphql/commands';
import { type ConfirmQuestion, injectConfirm } from '../ui/confirm-dialog/confirm-dialog';
import type { AnyForm } from './edit-form';

/** What an edit page is about, and what it means that it goes. */
export interface Removal extends Pick<ConfirmQuestion, 'consequences' | 'confirmLabel'> {
  readonly name: string;
  readonly form: Pick<AnyForm, 'discard'>;
  /** Resolves to nothing when it was refused. */
  readonly send: (commands: Commands) => Promise<object | undefined>;
  /** Where to go when it is gone. */
  readonly listPath: string;
}

/** Removes what an edit page is about, once that is confirmed, and goes back to its list. */
export function injectRemoval(): (removal: Removal) => Promise<void> {
  const commands = inject(Commands);
  const confirm = injectConfirm();
  const router = inject(Router);
  const snackBar = inject(MatSnackBar);
  return async ({ name, consequences, confirmLabel, form, send, listPath }) => {
    const heading = `Remove “${name}”?`;
    if (!(await confirm({ heading, consequences, confirmLabel, dismissLabel: 'Keep it' }))) return;
    if (!(await send(commands))) {
      snackBar.open(commands.problem() ?? 'It was not removed.');
      return;
    }
    form.discard();
    await router.navigate([listPath]);
    snackBar.open(`“${name}” was removed.`);
  };
}
