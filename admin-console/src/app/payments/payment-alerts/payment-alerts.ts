import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { LucideShieldCheck } from '@lucide/angular';

import { Commands } from '../../shared/graphql/commands';
import type { PaymentAlertKind } from '../../shared/graphql/types.generated';
import { ListCard } from '../../shared/list/list-card';
import { listResource, wholeList } from '../../shared/list/list-resource';
import { Session } from '../../shared/session/session';
import { GridCell, type GridColumn } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import {
  PaymentAlertsDocument,
  type PaymentAlertsQuery,
  ResolvePaymentAlertDocument,
} from './payment-alerts.generated';

type Alert = PaymentAlertsQuery['paymentAlerts'][number];

const mostShown = 100;

const columns: readonly GridColumn[] = [
  { id: 'kind', header: 'What', compact: 'lead', width: '220px' },
  { id: 'message', header: 'What happened', compact: 'below' },
  { id: 'raised', header: 'Noticed', compact: 'trail', width: '130px' },
  { id: 'actions', header: 'Actions', compact: 'below', width: '200px', align: 'end' },
];

const kinds: Readonly<Record<PaymentAlertKind, string>> = {
  AUTHORIZATION_LOST: 'Promise of money lost',
  FOREIGN_REFUND: 'Refunded at the provider',
  MONEY_RETURNED: 'Money sent back',
  REFUND_FAILED: 'Refund failed',
  UNKNOWN_PAYMENT: 'Unknown payment',
  WRONG_AMOUNT: 'Other amount than asked',
};

/** What went otherwise than it should with payments, until somebody has looked at it. */
@Component({
  selector: 'cw-payment-alerts',
  imports: [
    EmptyState,
    GridCell,
    ListCard,
    LucideShieldCheck,
    MatButton,
    PageHead,
    RelativeTime,
    RouterLink,
  ],
  providers: [Commands],
  templateUrl: './payment-alerts.html',
  styles: `
    .message {
      white-space: normal;
    }
  `,
})
export class PaymentAlertsPage {
  protected readonly commands = inject(Commands);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly mayResolve = inject(Session).can('ORDERS_WRITE');
  protected readonly columns = columns;
  protected readonly kinds = kinds;
  protected readonly rowId = (alert: Alert) => alert.id;
  protected readonly alerts = listResource(PaymentAlertsDocument, {
    filter: () => ({ first: mostShown }),
    pageOf: ({ paymentAlerts }) => wholeList(paymentAlerts),
    noun: ['payment', 'payments'],
  });

  protected async resolve({ id }: Alert): Promise<void> {
    const done = await this.commands.send(
      ResolvePaymentAlertDocument,
      { id },
      (data) => data.paymentAlertResolve,
    );
    if (done) this.alerts.reload();
    const message = done ? 'It is noted that you have looked at it.' : this.commands.problem();
    this.snackBar.open(message ?? 'Nothing was noted.');
  }
}
