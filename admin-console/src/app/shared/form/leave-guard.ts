import type { CanDeactivateFn } from '@angular/router';

import { type ConfirmQuestion, injectConfirm } from '../ui/confirm-dialog/confirm-dialog';
import type { AnyForm } from './edit-form';

const question: ConfirmQuestion = {
  heading: 'Leave without saving?',
  consequences: ['What you changed on this page is lost.'],
  confirmLabel: 'Leave page',
  dismissLabel: 'Stay here',
};

/** Asks before a page with changes that are not saved is left. */
export const leaveGuard: CanDeactivateFn<{ readonly form: AnyForm }> = ({ form }) => {
  const confirm = injectConfirm();
  return !form.isDirty() || confirm(question);
};
