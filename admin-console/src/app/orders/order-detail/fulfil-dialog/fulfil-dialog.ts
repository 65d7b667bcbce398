import { Component, inject } from '@angular/core';
import { maxLength } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { chosenUnits, unitsOf, unitsRules, unpackedUnits } from '../../data/line-units';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { trackingInput, trackingRules } from '../../data/parcel-rules';
import { LineUnits } from '../../ui/line-units/line-units';
import { injectOrderChange } from '../order-change';
import { FulfilOrderDocument } from '../order-changes.generated';

/** Puts some or all of what is left into a parcel. */
@Component({
  selector: 'cw-fulfil-dialog',
  imports: [CheckField, Field, FormDialog, LineUnits],
  templateUrl: './fulfil-dialog.html',
  styleUrl: '../../../shared/form/panel.scss',
})
export class FulfilDialog {
  private readonly change = injectOrderChange();
  protected readonly order = inject<StaffOrderFragment>(MAT_DIALOG_DATA);

  private readonly blank = {
    units: unitsOf(this.order.lines, unpackedUnits, 'all'),
    carrier: '',
    trackingNumber: '',
    trackingUrl: '',
    note: '',
    isSent: true,
  };
  protected readonly form = editForm({
    saved: () => ({ value: this.blank }),
    rules: (path) => {
      unitsRules(path.units, 'Put at least one item into the parcel.');
      trackingRules(path);
      maxLength(path.note, 500, { message: 'Use at most 500 characters.' });
    },
    place: (path) => (path[0] === 'lines' ? ['units'] : path),
    send: ({ units, note, isSent, ...tracking }) => {
      const { id, version } = this.order;
      const input = {
        orderId: id,
        expectedVersion: version,
        lines: chosenUnits(units),
        isSent,
        ...trackingInput(tracking),
        ...(note.trim() && { note: note.trim() }),
      };
      return this.change(FulfilOrderDocument, input, (data) => data.orderFulfil);
    },
  });
}
