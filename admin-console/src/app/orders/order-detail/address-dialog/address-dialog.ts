import { Component, inject } from '@angular/core';
import { required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { injectOrderChange } from '../order-change';
import { EditOrderDocument } from '../order-changes.generated';

/** Corrects where an order goes, within its country. */
@Component({
  selector: 'cw-address-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="'Correct the address of ' + order.number"
      confirmLabel="Correct address"
      [form]="form"
    >
      <cw-field label="Name" [field]="form.fields.name" />
      <cw-field label="Company" [field]="form.fields.company" />
      <cw-field label="Street and number" [field]="form.fields.line1" />
      <cw-field label="Flat, floor, building" [field]="form.fields.line2" />
      <div class="fields">
        <cw-field label="Town" [field]="form.fields.city" />
        <cw-field label="Postcode" [field]="form.fields.postcode" />
        <cw-field label="Region" [field]="form.fields.region" />
        <cw-field label="Phone" [field]="form.fields.phone" />
      </div>
    </cw-form-dialog>
  `,
  styleUrl: '../../../shared/form/panel.scss',
})
export class AddressDialog {
  private readonly change = injectOrderChange();
  protected readonly order = inject<StaffOrderFragment>(MAT_DIALOG_DATA);

  private readonly before = this.draft();
  protected readonly form = editForm({
    saved: () => ({ value: this.before }),
    rules: (path) => {
      required(path.name, { message: 'Who gets it?' });
      required(path.line1, { message: 'Which street?' });
      required(path.city, { message: 'Which town?' });
    },
    place: ([first = '', ...rest]) => (first === 'shippingAddress' ? rest : [first, ...rest]),
    send: ({ name, line1, city, ...optional }) => {
      const { id, version, shippingAddress } = this.order;
      const given = Object.entries(optional).filter(([, text]) => text.trim());
      const address = {
        ...{ name: name.trim(), line1: line1.trim(), city: city.trim() },
        countryCode: shippingAddress.countryCode,
        ...Object.fromEntries(given.map(([field, text]) => [field, text.trim()])),
      };
      const input = { orderId: id, expectedVersion: version, shippingAddress: address };
      return this.change(EditOrderDocument, input, (data) => data.orderEdit);
    },
  });

  private draft() {
    const { name, company, line1, line2, city, region, postcode, phone } =
      this.order.shippingAddress;
    return {
      name,
      company: company ?? '',
      line1,
      line2: line2 ?? '',
      city,
      region: region ?? '',
      postcode: postcode ?? '',
      phone: phone ?? '',
    };
  }
}
