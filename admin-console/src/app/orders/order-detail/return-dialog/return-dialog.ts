import { Component, inject } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { formatMoney } from '../../../shared/format/money';
import type { GoodsCondition } from '../../../shared/graphql/types.generated';
import type { OrderReturnPartsFragment } from '../../data/order-fragments.generated';
import { conditionLabels, type ReturnStep } from '../../data/order-returns';
import { injectOrderChange } from '../order-change';
import {
  ApproveReturnDocument,
  CloseReturnDocument,
  ReceiveReturnDocument,
  RefundReturnDocument,
  RejectReturnDocument,
} from '../order-changes.generated';

/** A return, the step it takes, and its goods by name. */
export interface ReturnQuestion {
  readonly goods: OrderReturnPartsFragment;
  readonly step: ReturnStep;
  readonly titles: ReadonlyMap<string, string>;
}

/** Takes a return one step on, with what the shopper is told; when the goods arrived, also how they are. */
@Component({
  selector: 'cw-return-dialog',
  imports: [CheckField, Field, FormDialog],
  templateUrl: './return-dialog.html',
  styleUrl: './return-dialog.scss',
})
export class ReturnDialog {
  private readonly change = injectOrderChange();
  protected readonly question = inject<ReturnQuestion>(MAT_DIALOG_DATA);

  protected readonly conditions = Object.entries(conditionLabels).map(([value, label]) => ({
    value,
    label,
  }));
  protected readonly consequence =
    this.question.step.status === 'REFUNDED'
      ? `About ${formatMoney(this.question.goods.expectedRefund)} go back the way they came.`
      : this.question.step.consequence;
  private readonly blank = {
    answer: '',
    lines: this.question.goods.lines.map(({ lineId, quantity }) => ({
      lineId,
      title: `${quantity} × ${this.question.titles.get(lineId) ?? ''}`,
      condition: 'AS_NEW',
      restock: true,
    })),
  };
  protected readonly form = editForm({
    saved: () => ({ value: this.blank }),
    rules: (path) => {
      required(path.answer, {
        message: 'Say why, for the shopper.',
        when: () => this.question.step.status === 'REJECTED',
      });
      maxLength(path.answer, 500, { message: 'Use at most 500 characters.' });
    },
    send: ({ answer, lines }) => {
      const returnId = this.question.goods.id;
      const input = { returnId, ...(answer.trim() && { answer: answer.trim() }) };
      switch (this.question.step.status) {
        case 'APPROVED':
          return this.change(ApproveReturnDocument, input, (data) => data.returnApprove);
        case 'REJECTED':
          return this.change(RejectReturnDocument, input, (data) => data.returnReject);
        case 'REFUNDED':
          return this.change(RefundReturnDocument, input, (data) => data.returnRefund);
        case 'CLOSED':
          return this.change(CloseReturnDocument, input, (data) => data.returnClose);
        case 'RECEIVED': {
          const received = lines.map(({ lineId, condition, restock }) => ({
            lineId,
            condition: condition as GoodsCondition,
            restock,
          }));
          const arrived = { ...input, lines: received };
          return this.change(ReceiveReturnDocument, arrived, (data) => data.returnReceive);
        }
      }
    },
  });
}
