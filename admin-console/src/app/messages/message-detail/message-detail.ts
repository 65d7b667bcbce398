import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { LucideSend } from '@lucide/angular';

import { exactTime } from '../../shared/format/time';
import { Commands } from '../../shared/graphql/commands';
import { queryResource } from '../../shared/graphql/query-resource';
import { Session } from '../../shared/session/session';
import { Badge } from '../../shared/ui/badge/badge';
import { Banner } from '../../shared/ui/banner/banner';
import { injectConfirm } from '../../shared/ui/confirm-dialog/confirm-dialog';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { PageState } from '../../shared/ui/page-state/page-state';
import { canResend, messageStatusViews } from '../data/message-status';
import { MailFrame } from '../ui/mail-frame/mail-frame';
import { MessagePageDocument, ResendMessageDocument } from './message-detail.generated';

/** One message as its reader saw it, and what became of it. */
@Component({
  selector: 'cw-message-detail',
  imports: [Badge, Banner, LucideSend, MailFrame, MatButton, PageHead, PageState, RouterLink],
  providers: [Commands],
  templateUrl: './message-detail.html',
  styleUrls: ['../../shared/form/panel.scss', './message-detail.scss'],
})
export class MessageDetail {
  private readonly confirm = injectConfirm();
  private readonly session = inject(Session);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly commands = inject(Commands);

  readonly id = input.required<string>();

  protected readonly back = { label: 'Messages', path: '/messages' };
  protected readonly exactTime = exactTime;
  protected readonly statuses = messageStatusViews;
  protected readonly seesOrders = this.session.can('ORDERS_READ');
  protected readonly query = queryResource(MessagePageDocument, () => ({ id: this.id() }));
  protected readonly message = computed(() => this.query.value()?.message ?? undefined);
  protected readonly isMissing = computed(() => this.query.value()?.message === null);
  protected readonly canResend = computed(() => {
    const message = this.message();
    return message && this.session.can('MESSAGES_WRITE') && canResend(message.status);
  });

  protected async resend(): Promise<void> {
    const message = this.message();
    if (!message) return;
    const isMeant =
      message.status === 'FAILED' ||
      (await this.confirm({
        heading: `Send it to ${message.recipient} again?`,
        consequences: ['They get the same message once more, as it was written then.'],
        confirmLabel: 'Send again',
        dismissLabel: 'Do not send',
      }));
    if (!isMeant) return;
    const input = { messageId: message.id };
    const done = await this.commands.send(
      ResendMessageDocument,
      input,
      (data) => data.messageResend,
    );
    if (done) this.snackBar.open('It is on its way again.');
  }
}
