import { inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { CanDeactivateFn } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import { ConfirmDialog, type ConfirmQuestion } from '../ui/confirm-dialog/confirm-dialog';
import type { AnyForm } from './edit-form';

const question: ConfirmQuestion = {
  heading: 'Leave without saving?',
  consequences: ['What you changed on this page is lost.'],
  confirmLabel: 'Leave page',
  dismissLabel: 'Stay here',
};

/** Asks before a page with changes that are not saved is left. */
export const leaveGuard: CanDeactivateFn<{ readonly form: AnyForm }> = async ({ form }) => {
  const dialogs = inject(MatDialog);
  if (!form.isDirty()) return true;
  const dialog = dialogs.open<ConfirmDialog, ConfirmQuestion, boolean>(ConfirmDialog, {
    data: question,
    width: '480px',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
};
