import { Component, inject } from '@angular/core';
import { maxLength, required, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { formatMoney } from '../../../shared/format/money';
import { AttemptKeys } from '../../../shared/graphql/attempt-keys';
import { injectMutate } from '../../../shared/graphql/mutate';
import type { GiftCardRowFragment } from '../../data/gift-card-fragments.generated';
import { AdjustGiftCardDocument } from '../gift-card-detail.generated';

/** Moves the balance of a card up or down, for a reason. */
@Component({
  selector: 'cw-adjust-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog heading="Correct the balance" confirmLabel="Correct balance" [form]="form">
      <p class="soft">
        {{ balance }} are on it now. The correction and its reason stay among the movements.
      </p>
      <cw-field
        label="By how much"
        hint="With a minus to take away"
        kind="number"
        [suffix]="card.balance.currencyCode"
        [field]="form.fields.amount"
      />
      <cw-field label="Reason" [lines]="2" [field]="form.fields.reason" />
    </cw-form-dialog>
  `,
})
export class AdjustDialog {
  private readonly mutate = injectMutate();
  private readonly keys = new AttemptKeys();
  protected readonly card = inject<GiftCardRowFragment>(MAT_DIALOG_DATA);
  protected readonly balance = formatMoney(this.card.balance);

  protected readonly form = editForm({
    saved: () => ({ value: { amount: '', reason: '' } }),
    rules: (path) => {
      validate(path.amount, ({ value }) =>
        /^[-−]?\d+(\.\d+)?$/.test(value().trim())
          ? undefined
          : { kind: 'amount', message: 'An amount such as 5.00 or -5.00.' },
      );
      required(path.reason, { message: 'Say why.' });
      maxLength(path.reason, 500, { message: 'Use at most 500 characters.' });
    },
    send: async ({ amount, reason }) => {
      const correction = {
        giftCardId: this.card.id,
        expectedVersion: this.card.version,
        amount: amount.trim().replace('−', '-'),
        reason: reason.trim(),
      };
      const idempotencyKey = this.keys.keyFor(correction);
      const input = { ...correction, idempotencyKey };
      const { giftCardAdjust } = await this.mutate(AdjustGiftCardDocument, { input });
      this.keys.settle(correction);
      return giftCardAdjust;
    },
  });
}
