import { Component, computed, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { formatMoney, isZero, MoneyPipe } from '../../../shared/format/money';
import { queryResource } from '../../../shared/graphql/query-resource';
import { refundableUnits, unitsOf } from '../../data/line-units';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { type RefundDraft, refundRules, refundTerms } from '../../data/refund-draft';
import { LineUnits } from '../../ui/line-units/line-units';
import { injectOrderChange } from '../order-change';
import { PreviewRefundDocument } from '../order-changes.generated';
import { RefundOrderDocument } from '../order-detail.generated';

/** Gives money back for items, delivery or by itself, and says beforehand how much it will be. */
@Component({
  selector: 'cw-refund-dialog',
  imports: [CheckField, Field, FormDialog, LineUnits, MoneyPipe],
  templateUrl: './refund-dialog.html',
  styleUrls: ['../../../shared/form/panel.scss', './refund-dialog.scss'],
})
export class RefundDialog {
  private readonly change = injectOrderChange();
  protected readonly order = inject<StaffOrderFragment>(MAT_DIALOG_DATA);

  protected readonly currency = this.order.cost.total.currencyCode;
  protected readonly hasDelivery = !isZero(this.order.cost.shipping);
  private readonly blank: RefundDraft = {
    units: unitsOf(this.order.lines, refundableUnits, 'none'),
    shipping: '',
    amount: '',
    restock: false,
    reason: '',
  };
  protected readonly form = editForm({
    saved: () => ({ value: this.blank }),
    rules: refundRules,
    place: (path) => (path[0] === 'lines' ? ['units'] : path.slice(0, 1)),
    send: (draft) => {
      const terms = refundTerms(draft, this.order.id, this.currency);
      if (!terms) {
        const message = 'Say for what, or how much goes back.';
        return Promise.resolve({ userErrors: [{ message, path: ['amount'] }] });
      }
      const input = {
        ...terms,
        expectedVersion: this.order.version,
        reason: draft.reason.trim(),
        restock: draft.restock,
      };
      return this.change(RefundOrderDocument, input, (data) => data.orderRefund);
    },
  });
  private readonly query = queryResource(PreviewRefundDocument, () => {
    const input = refundTerms(this.form.value(), this.order.id, this.currency);
    return input && { input };
  });
  protected readonly preview = computed(() => {
    const isAsked = refundTerms(this.form.value(), this.order.id, this.currency) !== undefined;
    return isAsked ? this.query.value()?.orderRefundPreview : undefined;
  });
  protected readonly confirmLabel = computed(() => {
    const amount = this.preview()?.amount;
    return amount ? `Refund ${formatMoney(amount)}` : 'Refund';
  });
}
