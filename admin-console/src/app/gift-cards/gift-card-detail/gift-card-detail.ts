import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import { Clock } from '../../shared/format/clock';
import { isZero, MoneyPipe } from '../../shared/format/money';
import { calendarDay, exactTime } from '../../shared/format/time';
import { queryResource } from '../../shared/graphql/query-resource';
import type { GiftCardEntryKind } from '../../shared/graphql/types.generated';
import { Session } from '../../shared/session/session';
import { Badge } from '../../shared/ui/badge/badge';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { PageState } from '../../shared/ui/page-state/page-state';
import { giftCardState } from '../data/gift-card-state';
import { AdjustDialog } from './adjust-dialog/adjust-dialog';
import { DisableDialog } from './disable-dialog/disable-dialog';
import { GiftCardPageDocument } from './gift-card-detail.generated';

const kinds: Readonly<Record<GiftCardEntryKind, string>> = {
  ISSUE: 'Made',
  USE: 'Paid for an order',
  REFUND: 'An order gave back',
  ADJUST: 'Corrected',
  TAKEN_BACK: 'Taken back',
};

/** One gift card: what is left, and every movement that led there. */
@Component({
  selector: 'cw-gift-card-detail',
  imports: [Badge, MatButton, MoneyPipe, PageHead, PageState, RouterLink],
  templateUrl: './gift-card-detail.html',
  styleUrls: ['../../shared/form/panel.scss', './gift-card-detail.scss'],
})
export class GiftCardDetail {
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(MatDialog);

  readonly id = input.required<string>();

  protected readonly back = { label: 'Gift cards', path: '/gift-cards' };
  protected readonly kinds = kinds;
  protected readonly calendarDay = calendarDay;
  protected readonly exactTime = exactTime;
  protected readonly isZero = isZero;
  protected readonly seesOrders = inject(Session).can('ORDERS_READ');
  protected readonly query = queryResource(GiftCardPageDocument, () => ({ id: this.id() }));
  protected readonly card = computed(() => this.query.value()?.giftCard ?? undefined);
  protected readonly isMissing = computed(() => this.query.value()?.giftCard === null);
  protected readonly state = computed(() => {
    const card = this.card();
    return card && giftCardState(card, this.clock.now());
  });

  protected adjust(): Promise<void> {
    const dialog = this.dialogs.open(AdjustDialog, { data: this.card(), width: '480px' });
    return this.readAgainAfter(firstValueFrom(dialog.afterClosed()));
  }

  protected disable(): Promise<void> {
    const dialog = this.dialogs.open(DisableDialog, { data: this.card(), width: '480px' });
    return this.readAgainAfter(firstValueFrom(dialog.afterClosed()));
  }

  private async readAgainAfter(answer: Promise<unknown>): Promise<void> {
    if (await answer) this.query.reload();
  }
}
