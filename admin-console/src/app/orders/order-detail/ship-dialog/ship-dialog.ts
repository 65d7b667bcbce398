import { Component, inject } from '@angular/core';
import { maxLength } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { questionForm } from '../../../shared/form/question-form';

/** What is known about the parcel; empty when it was not filled in. */
export interface ParcelDetails {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly note: string;
}

/** Asks how an order goes out. */
@Component({
  selector: 'cw-ship-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="'Ship ' + order.number"
      confirmLabel="Ship order"
      dismissLabel="Not yet"
      [form]="form"
      [answer]="parcel"
    >
      <p class="soft">{{ order.customer }} sees these details on the tracking page at once.</p>
      <div class="fields">
        <cw-field label="Carrier" [field]="form.fields.carrier" />
        <cw-field label="Tracking number" [field]="form.fields.trackingNumber" />
      </div>
      <cw-field
        label="Note to the shopper"
        hint="Optional"
        [lines]="3"
        [field]="form.fields.note"
      />
    </cw-form-dialog>
  `,
  styleUrl: '../../../shared/form/panel.scss',
})
export class ShipDialog {
  protected readonly order = inject<{ number: string; customer: string }>(MAT_DIALOG_DATA);

  protected readonly form = questionForm(
    { carrier: '', trackingNumber: '', note: '' },
    ({ carrier, trackingNumber, note }) => {
      maxLength(carrier, 100, { message: 'Use at most 100 characters.' });
      maxLength(trackingNumber, 100, { message: 'Use at most 100 characters.' });
      maxLength(note, 500, { message: 'Use at most 500 characters.' });
    },
  );
  protected readonly parcel = (): ParcelDetails => {
    const { carrier, trackingNumber, note } = this.form.value();
    return {
      carrier: carrier.trim(),
      trackingNumber: trackingNumber.trim(),
      note: note.trim(),
    };
  };
}
