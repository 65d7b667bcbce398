import { Component, computed, inject } from '@angular/core';
import { applyEach, maxLength, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { wholeNumberRule } from '../../../shared/form/rules';
import { queryResource } from '../../../shared/graphql/query-resource';
import type { ReturnReason } from '../../../shared/graphql/types.generated';
import { type AddedDraft, addedInput, isCountable } from '../../data/edit-draft';
import { chosenUnits, isPossible, unitsOf, unitsRules } from '../../data/line-units';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { returnReasonLabels } from '../../data/order-returns';
import { AddedGoods } from '../../ui/added-goods/added-goods';
import { ChangePreview } from '../../ui/change-preview/change-preview';
import { LineUnits } from '../../ui/line-units/line-units';
import { injectOrderChange } from '../order-change';
import {
  ExchangeOrderDocument,
  PreviewOrderExchangeDocument,
  RequestReturnDocument,
} from '../order-changes.generated';

/** An order of which goods come back, and whether others go out instead. */
export interface ExchangeQuestion {
  readonly order: StaffOrderFragment;
  readonly isExchange: boolean;
}

/** Takes goods back, for their money or for others. */
@Component({
  selector: 'cw-exchange-dialog',
  imports: [AddedGoods, ChangePreview, Field, FormDialog, LineUnits],
  templateUrl: './exchange-dialog.html',
})
export class ExchangeDialog {
  private readonly change = injectOrderChange();
  protected readonly question = inject<ExchangeQuestion>(MAT_DIALOG_DATA);

  protected readonly reasons = Object.entries(returnReasonLabels).map(([value, label]) => ({
    value,
    label,
  }));
  private readonly blank = {
    units: unitsOf(this.question.order.lines, (line) => line.returnableQuantity, 'none'),
    reason: 'NOT_WANTED',
    added: [] as readonly AddedDraft[],
    note: '',
  };
  protected readonly form = editForm({
    saved: () => ({ value: this.blank }),
    rules: (path) => {
      unitsRules(path.units, 'Say how many of which item come back.');
      applyEach(path.added, (line) => wholeNumberRule(line.quantity, 1, 10_000));
      validate(path.added, ({ value }) =>
        this.question.isExchange && value().length === 0
          ? { kind: 'none', message: 'Choose what is sent instead.' }
          : undefined,
      );
      maxLength(path.note, 500, { message: 'Use at most 500 characters.' });
    },
    place: ([list, ...rest]) =>
      list === 'returned' || list === 'lines' ? ['units'] : [list ?? '', ...rest],
    send: ({ units, reason, added, note }) => {
      const { id, version } = this.question.order;
      const returned = chosenUnits(units).map((line) => ({
        ...line,
        reason: reason as ReturnReason,
      }));
      const about = {
        orderId: id,
        expectedVersion: version,
        ...(note.trim() && { note: note.trim() }),
      };
      if (!this.question.isExchange) {
        const input = { ...about, lines: returned };
        return this.change(RequestReturnDocument, input, (data) => data.returnRequest);
      }
      const input = { ...about, returned, added: addedInput(added) };
      return this.change(ExchangeOrderDocument, input, (data) => data.orderExchange);
    },
  });

  private readonly terms = computed(() => {
    const { units, added } = this.form.value();
    const returned = chosenUnits(units);
    const isSaid = returned.length > 0 && added.length > 0;
    return isSaid && units.every(isPossible) && added.every(isCountable)
      ? { orderId: this.question.order.id, returned, added: addedInput(added) }
      : undefined;
  });
  private readonly query = queryResource(PreviewOrderExchangeDocument, () => {
    const input = this.question.isExchange ? this.terms() : undefined;
    return input && { input };
  });
  protected readonly preview = computed(() =>
    this.terms() ? this.query.value()?.orderExchangePreview : undefined,
  );

  protected send(added: readonly AddedDraft[]): void {
    this.form.change((draft) => ({ ...draft, added }));
  }
}
