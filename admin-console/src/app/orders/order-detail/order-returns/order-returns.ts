import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';

import { MoneyPipe } from '../../../shared/format/money';
import { exactTime } from '../../../shared/format/time';
import { Session } from '../../../shared/session/session';
import { Badge } from '../../../shared/ui/badge/badge';
import { lineTitle } from '../../data/line-units';
import type {
  OrderReturnPartsFragment,
  StaffOrderFragment,
} from '../../data/order-fragments.generated';
import {
  conditionLabels,
  returnReasonLabels,
  returnStatusViews,
  type ReturnStep,
  returnSteps,
} from '../../data/order-returns';
import { ReturnDialog } from '../return-dialog/return-dialog';

/** What comes back of an order, why, and what to do about it. */
@Component({
  selector: 'cw-order-returns',
  imports: [Badge, MatButton, MoneyPipe],
  templateUrl: './order-returns.html',
  styleUrl: '../order-part.scss',
})
export class OrderReturns {
  private readonly dialogs = inject(MatDialog);

  readonly order = input.required<StaffOrderFragment>();

  protected readonly statuses = returnStatusViews;
  protected readonly reasons = returnReasonLabels;
  protected readonly conditions = conditionLabels;
  protected readonly stepsOf = returnSteps;
  protected readonly exactTime = exactTime;
  protected readonly mayChange = inject(Session).can('ORDERS_WRITE');
  private readonly titles = computed(
    () => new Map(this.order().lines.map((line) => [line.id, lineTitle(line)])),
  );

  protected titleOf(lineId: string): string {
    return this.titles().get(lineId) ?? '';
  }

  protected goOn(goods: OrderReturnPartsFragment, step: ReturnStep): void {
    const titles = this.titles();
    this.dialogs.open(ReturnDialog, { data: { goods, step, titles }, width: '560px' });
  }
}
