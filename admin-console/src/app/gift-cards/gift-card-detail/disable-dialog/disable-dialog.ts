import { Component, inject } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { injectMutate } from '../../../shared/graphql/mutate';
import type { GiftCardRowFragment } from '../../data/gift-card-fragments.generated';
import { DisableGiftCardDocument } from '../gift-card-detail.generated';

/** Makes a card worthless for good, for a reason. */
@Component({
  selector: 'cw-disable-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="'Disable gift card •••• ' + card.last4 + '?'"
      confirmLabel="Disable gift card"
      dismissLabel="Keep it"
      [isDanger]="true"
      [form]="form"
    >
      <p>It pays no more from now on, and cannot be enabled again. Its movements stay.</p>
      <cw-field label="Reason" [lines]="2" [field]="form.fields.reason" />
    </cw-form-dialog>
  `,
})
export class DisableDialog {
  private readonly mutate = injectMutate();
  protected readonly card = inject<GiftCardRowFragment>(MAT_DIALOG_DATA);

  protected readonly form = editForm({
    saved: () => ({ value: { reason: '' } }),
    rules: (path) => {
      required(path.reason, { message: 'Say why.' });
      maxLength(path.reason, 500, { message: 'Use at most 500 characters.' });
    },
    send: async ({ reason }) => {
      const input = {
        giftCardId: this.card.id,
        expectedVersion: this.card.version,
        reason: reason.trim(),
      };
      return (await this.mutate(DisableGiftCardDocument, { input })).giftCardDisable;
    },
  });
}
