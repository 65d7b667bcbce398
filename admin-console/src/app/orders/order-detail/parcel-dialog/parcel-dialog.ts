import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import type { OrderParcelFragment } from '../../data/order-fragments.generated';
import { trackingInput, trackingRules } from '../../data/parcel-rules';
import { injectOrderChange } from '../order-change';
import { UpdateParcelDocument } from '../order-changes.generated';

/** Corrects how a parcel is tracked. */
@Component({
  selector: 'cw-parcel-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="'Tracking of parcel ' + parcel.number"
      confirmLabel="Save tracking"
      [form]="form"
    >
      <cw-field label="Carrier" [field]="form.fields.carrier" />
      <cw-field label="Tracking number" [field]="form.fields.trackingNumber" />
      <cw-field label="Tracking page" [field]="form.fields.trackingUrl" />
    </cw-form-dialog>
  `,
})
export class ParcelDialog {
  private readonly change = injectOrderChange();
  protected readonly parcel = inject<OrderParcelFragment>(MAT_DIALOG_DATA);

  protected readonly form = editForm({
    saved: () => ({
      value: {
        carrier: this.parcel.carrier ?? '',
        trackingNumber: this.parcel.trackingNumber ?? '',
        trackingUrl: this.parcel.trackingUrl ?? '',
      },
    }),
    rules: trackingRules,
    send: (tracking) => {
      const input = { parcelId: this.parcel.id, ...trackingInput(tracking) };
      return this.change(UpdateParcelDocument, input, (data) => data.parcelUpdate);
    },
  });
}
