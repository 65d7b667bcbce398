import { Component, inject } from '@angular/core';
import { maxLength } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { chosenUnits, unitsOf, unitsRules, unpackedUnits } from '../../data/line-units';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { LineUnits } from '../../ui/line-units/line-units';
import { injectOrderChange } from '../order-change';
import { CancelOrderLinesDocument } from '../order-changes.generated';

/** Takes units out of an order that are in no parcel yet. */
@Component({
  selector: 'cw-units-dialog',
  imports: [Field, FormDialog, LineUnits],
  template: `
    <cw-form-dialog
      [heading]="'Cancel items of ' + order.number + '?'"
      confirmLabel="Cancel items"
      dismissLabel="Keep items"
      [isDanger]="true"
      [form]="form"
    >
      <p class="soft">They go back into stock, and what was paid for them goes back too.</p>
      <cw-line-units label="Units to cancel" [units]="form.fields.units" />
      <cw-field
        label="Reason"
        hint="Optional; the shopper sees it"
        [lines]="2"
        [field]="form.fields.reason"
      />
    </cw-form-dialog>
  `,
})
export class UnitsDialog {
  private readonly change = injectOrderChange();
  protected readonly order = inject<StaffOrderFragment>(MAT_DIALOG_DATA);

  private readonly blank = {
    units: unitsOf(this.order.lines, unpackedUnits, 'none'),
    reason: '',
  };
  protected readonly form = editForm({
    saved: () => ({ value: this.blank }),
    rules: (path) => {
      unitsRules(path.units, 'Say how many of which item.');
      maxLength(path.reason, 500, { message: 'Use at most 500 characters.' });
    },
    send: ({ units, reason }) => {
      const { id, version } = this.order;
      const input = {
        orderId: id,
        expectedVersion: version,
        lines: chosenUnits(units),
        ...(reason.trim() && { reason: reason.trim() }),
      };
      return this.change(CancelOrderLinesDocument, input, (data) => data.orderLinesCancel);
    },
  });
}
