import { Component, inject, input } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { Session } from '../../../shared/session/session';
import { Banner } from '../../../shared/ui/banner/banner';
import { RelativeTime } from '../../../shared/ui/relative-time/relative-time';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { injectOrderChange } from '../order-change';
import { AddOrderNoteDocument } from '../order-changes.generated';

/** What staff wrote down about an order, and room for more. */
@Component({
  selector: 'cw-order-notes',
  imports: [Banner, CheckField, Field, MatButton, RelativeTime],
  templateUrl: './order-notes.html',
  styleUrls: ['../order-part.scss', './order-notes.scss'],
})
export class OrderNotes {
  private readonly change = injectOrderChange();

  readonly order = input.required<StaffOrderFragment>();

  protected readonly mayChange = inject(Session).can('ORDERS_WRITE');
  protected readonly form = editForm({
    saved: () => ({ value: { text: '', isForCustomer: false } }),
    rules: (path) => {
      required(path.text, { message: 'Write something first.' });
      maxLength(path.text, 2_000, { message: 'Use at most 2,000 characters.' });
    },
    send: ({ text, isForCustomer }) => {
      const input = {
        orderId: this.order().id,
        text: text.trim(),
        isInternal: !isForCustomer,
      };
      return this.change(AddOrderNoteDocument, input, (data) => data.orderNoteAdd);
    },
  });
}
