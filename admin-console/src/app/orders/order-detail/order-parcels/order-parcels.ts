import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';

import { exactTime } from '../../../shared/format/time';
import type { ParcelStatus } from '../../../shared/graphql/types.generated';
import { Session } from '../../../shared/session/session';
import { Badge, type Tone } from '../../../shared/ui/badge/badge';
import { lineTitle } from '../../data/line-units';
import type { OrderParcelFragment, StaffOrderFragment } from '../../data/order-fragments.generated';
import { OrderCommands } from '../order-commands';
import { ParcelDialog } from '../parcel-dialog/parcel-dialog';

const states: Readonly<Record<ParcelStatus, { readonly label: string; readonly tone: Tone }>> = {
  PREPARED: { label: 'Packed', tone: 'waiting' },
  SENT: { label: 'On its way', tone: 'moving' },
  DELIVERED: { label: 'Delivered', tone: 'done' },
  CANCELLED: { label: 'Unpacked', tone: 'neutral' },
};

/** What an order is sent in, what is in each parcel, and how far it has come. */
@Component({
  selector: 'cw-order-parcels',
  imports: [Badge, MatButton],
  templateUrl: './order-parcels.html',
  styleUrl: '../order-part.scss',
})
export class OrderParcels {
  private readonly dialogs = inject(MatDialog);
  protected readonly commands = inject(OrderCommands);

  readonly order = input.required<StaffOrderFragment>();

  protected readonly states = states;
  protected readonly exactTime = exactTime;
  protected readonly mayChange = inject(Session).can('ORDERS_WRITE');
  private readonly titles = computed(
    () => new Map(this.order().lines.map((line) => [line.id, lineTitle(line)])),
  );

  protected contentsOf({ lines }: OrderParcelFragment): string {
    return lines
      .map(({ lineId, quantity }) => `${quantity} × ${this.titles().get(lineId) ?? ''}`)
      .join(', ');
  }

  protected edit(parcel: OrderParcelFragment): void {
    this.dialogs.open(ParcelDialog, { data: parcel, width: '480px' });
  }
}
