import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';

import { Session } from '../../../shared/session/session';
import { RelativeTime } from '../../../shared/ui/relative-time/relative-time';
import { addressLines } from '../../data/address-lines';
import { sideActions } from '../../data/order-actions';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { AddressDialog } from '../address-dialog/address-dialog';

/** Who ordered, where it goes and how it is paid. */
@Component({
  selector: 'cw-order-people',
  imports: [MatButton, RelativeTime],
  templateUrl: './order-people.html',
  styleUrl: './order-people.scss',
})
export class OrderPeople {
  private readonly dialogs = inject(MatDialog);
  private readonly session = inject(Session);

  readonly order = input.required<StaffOrderFragment>();

  protected readonly address = computed(() => addressLines(this.order().shippingAddress));
  protected readonly mayCorrect = computed(() =>
    sideActions(this.order(), this.session.can('ORDERS_WRITE')).some(
      ({ action }) => action === 'EDIT',
    ),
  );

  protected correct(): void {
    this.dialogs.open(AddressDialog, { data: this.order(), width: '520px' });
  }
}
