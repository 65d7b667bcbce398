import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { LucideChevronDown } from '@lucide/angular';
import { firstValueFrom } from 'rxjs';

import { formatMoney } from '../../../shared/format/money';
import type { OrderAction } from '../../../shared/graphql/types.generated';
import { Session } from '../../../shared/session/session';
import { orderActionButtons, sideActions } from '../../data/order-actions';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { EditDialog } from '../edit-dialog/edit-dialog';
import { ExchangeDialog } from '../exchange-dialog/exchange-dialog';
import { FulfilDialog } from '../fulfil-dialog/fulfil-dialog';
import { OrderCommands } from '../order-commands';
import { ReasonDialog, type ReasonQuestion } from '../reason-dialog/reason-dialog';
import { RefundDialog } from '../refund-dialog/refund-dialog';
import { type ParcelDetails, ShipDialog } from '../ship-dialog/ship-dialog';
import { UnitsDialog } from '../units-dialog/units-dialog';

/** What can be done with the order now, and what blocks the rest. */
@Component({
  selector: 'cw-order-actions',
  imports: [LucideChevronDown, MatButton, MatMenu, MatMenuItem, MatMenuTrigger],
  templateUrl: './order-actions.html',
  styleUrl: './order-actions.scss',
})
export class OrderActions {
  private readonly commands = inject(OrderCommands);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);

  readonly order = input.required<StaffOrderFragment>();

  protected readonly isRunning = this.commands.isRunning;
  private readonly buttons = computed(() =>
    orderActionButtons(this.order(), this.session.can('ORDERS_WRITE')),
  );
  protected readonly possible = computed(() =>
    this.buttons().filter(({ blockedBy }) => blockedBy === undefined),
  );
  protected readonly blocked = computed(() =>
    this.buttons().filter(({ blockedBy }) => blockedBy !== undefined),
  );

  protected readonly sides = computed(() =>
    sideActions(this.order(), this.session.can('ORDERS_WRITE')),
  );

  protected async start(action: OrderAction): Promise<void> {
    const order = this.order();
    switch (action) {
      case 'CONFIRM':
        return this.commands.transition(order, action, `Order ${order.number} confirmed.`);
      case 'START_PROCESSING':
        return this.commands.transition(order, action, `Processing of ${order.number} started.`);
      case 'DELIVER':
        return this.commands.transition(order, action, `Order ${order.number} delivered.`);
      case 'SHIP':
        return this.ship(order);
      case 'CAPTURE_PAYMENT':
        return this.commands.capture(order);
      case 'MARK_PAID':
        return this.commands.markPaid(order);
      case 'CANCEL':
        return this.cancel(order);
      case 'REFUND':
        return this.refund(order);
      case 'FULFIL':
        this.dialog.open(FulfilDialog, { data: order, width: '560px' });
        return;
      case 'CANCEL_LINES':
        this.dialog.open(UnitsDialog, { data: order, width: '560px' });
        return;
      case 'REFUND_PART':
        this.dialog.open(RefundDialog, { data: order, width: '560px' });
        return;
      case 'EDIT':
        this.dialog.open(EditDialog, { data: order, width: '560px' });
        return;
      case 'REQUEST_RETURN':
      case 'EXCHANGE': {
        const data = { order, isExchange: action === 'EXCHANGE' };
        this.dialog.open(ExchangeDialog, { data, width: '560px' });
        return;
      }
      case 'ADD_NOTE':
        // Notes have a field of their own on the page.
        return;
    }
  }

  private async ship(order: StaffOrderFragment): Promise<void> {
    const dialog = this.dialog.open<ShipDialog, unknown, ParcelDetails>(ShipDialog, {
      data: { number: order.number, customer: order.shippingAddress.name },
      width: '520px',
    });
    const parcel = await firstValueFrom(dialog.afterClosed());
    if (!parcel) return;
    const { carrier, trackingNumber, note } = parcel;
    await this.commands.transition(order, 'SHIP', `Order ${order.number} shipped.`, {
      ...(carrier && { carrier }),
      ...(trackingNumber && { trackingNumber }),
      ...(note && { note }),
    });
  }

  private async cancel(order: StaffOrderFragment): Promise<void> {
    const reason = await this.ask({
      heading: `Cancel order ${order.number}?`,
      consequences: [
        'The units go back into stock.',
        `${order.shippingAddress.name} sees the cancellation at once.`,
        'A cancelled order cannot be opened again.',
      ],
      confirmLabel: 'Cancel order',
      dismissLabel: 'Keep order',
      isReasonRequired: false,
    });
    if (reason !== undefined) await this.commands.cancel(order, reason);
  }

  private async refund(order: StaffOrderFragment): Promise<void> {
    const reason = await this.ask({
      heading: `Refund ${formatMoney(order.cost.total)} for order ${order.number}?`,
      consequences: [
        'Records that the whole amount went back to the shopper.',
        `${order.shippingAddress.name} sees the refund at once.`,
        'A refund ends the order and cannot be taken back.',
      ],
      confirmLabel: 'Refund order',
      dismissLabel: 'Do not refund',
      isReasonRequired: true,
    });
    if (reason !== undefined) await this.commands.refund(order, reason);
  }

  private ask(question: ReasonQuestion): Promise<string | undefined> {
    return firstValueFrom(
      this.dialog
        .open<ReasonDialog, ReasonQuestion, string>(ReasonDialog, {
          data: question,
          width: '480px',
        })
        .afterClosed(),
    );
  }
}
