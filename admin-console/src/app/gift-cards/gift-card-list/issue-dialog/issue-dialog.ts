import { Component } from '@angular/core';
import { email, maxLength, validate } from '@angular/forms/signals';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { isAmount } from '../../../shared/form/rules';
import { endOfDay } from '../../../shared/format/time';
import { AttemptKeys } from '../../../shared/graphql/attempt-keys';
import { injectMutate } from '../../../shared/graphql/mutate';
import { queryResource } from '../../../shared/graphql/query-resource';
import { GiftCardCurrencyDocument, IssueGiftCardDocument } from '../gift-card-list.generated';

/** A card that was just made, with the code that is told this once. */
export interface IssuedCard {
  readonly code: string;
  readonly recipientEmail: string;
}

/** Makes a gift card. */
@Component({
  selector: 'cw-issue-dialog',
  imports: [Field, FormDialog],
  templateUrl: './issue-dialog.html',
  styleUrl: '../../../shared/form/panel.scss',
})
export class IssueDialog {
  private readonly mutate = injectMutate();
  private readonly keys = new AttemptKeys();
  private card: IssuedCard | undefined;
  protected readonly issued = () => this.card;
  private readonly shop = queryResource(GiftCardCurrencyDocument, () => ({}));

  protected readonly currency = () => this.shop.value()?.shop.currencyCode ?? '';
  protected readonly form = editForm({
    saved: () => ({ value: { amount: '', lastDay: '', recipientEmail: '', message: '' } }),
    rules: (path) => {
      validate(path.amount, ({ value }) =>
        isAmount(value()) && Number(value()) > 0
          ? undefined
          : { kind: 'amount', message: 'An amount above zero, such as 25.00.' },
      );
      validate(path.lastDay, ({ value }) =>
        value() && value() < today()
          ? { kind: 'past', message: 'Choose a day that is still to come.' }
          : undefined,
      );
      email(path.recipientEmail, { message: 'This is no e-mail address.' });
      maxLength(path.message, 500, { message: 'Use at most 500 characters.' });
    },
    place: (path) => (path[0] === 'expiresAt' ? ['lastDay'] : path.slice(0, 1)),
    send: async (draft) => {
      const { amount, lastDay, recipientEmail, message } = draft;
      const idempotencyKey = this.keys.keyFor(draft);
      const input = {
        amount: { amount: amount.trim(), currencyCode: this.currency() },
        ...(lastDay && { expiresAt: endOfDay(lastDay) }),
        ...(recipientEmail && { recipientEmail: recipientEmail.trim() }),
        ...(message && { message: message.trim() }),
        idempotencyKey,
      };
      const { giftCardIssue } = await this.mutate(IssueGiftCardDocument, { input });
      this.keys.settle(draft);
      this.card = { code: giftCardIssue.code ?? '', recipientEmail: recipientEmail.trim() };
      return giftCardIssue;
    },
  });
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
