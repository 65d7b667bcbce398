import { Component, computed, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { queryResource } from '../../../shared/graphql/query-resource';
import {
  type AddedDraft,
  editTerms,
  orderEditRules,
  toOrderEditDraft,
} from '../../data/edit-draft';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';
import { AddedGoods } from '../../ui/added-goods/added-goods';
import { ChangePreview } from '../../ui/change-preview/change-preview';
import { injectOrderChange } from '../order-change';
import { EditOrderDocument, PreviewOrderEditDocument } from '../order-changes.generated';

/** Changes what was ordered after it was placed, and says beforehand what that costs whom. */
@Component({
  selector: 'cw-edit-dialog',
  imports: [AddedGoods, ChangePreview, Field, FormDialog],
  templateUrl: './edit-dialog.html',
  styleUrl: './edit-dialog.scss',
})
export class EditDialog {
  private readonly change = injectOrderChange();
  protected readonly order = inject<StaffOrderFragment>(MAT_DIALOG_DATA);

  private readonly before = toOrderEditDraft(this.order);
  protected readonly form = editForm({
    saved: () => ({ value: this.before }),
    rules: orderEditRules,
    place: ([list, ...rest]) => [list === 'quantities' ? 'lines' : (list ?? ''), ...rest],
    send: (draft) => {
      const terms = editTerms(draft, this.order);
      if (!terms) {
        return Promise.resolve({ userErrors: [{ message: 'Nothing is changed yet.' }] });
      }
      const input = {
        ...terms,
        expectedVersion: this.order.version,
        ...(draft.note.trim() && { note: draft.note.trim() }),
      };
      return this.change(EditOrderDocument, input, (data) => data.orderEdit);
    },
  });
  private readonly terms = computed(() => editTerms(this.form.value(), this.order));
  private readonly query = queryResource(PreviewOrderEditDocument, () => {
    const input = this.terms();
    return input && { input };
  });
  protected readonly preview = computed(() =>
    this.terms() ? this.query.value()?.orderEditPreview : undefined,
  );

  protected sell(added: readonly AddedDraft[]): void {
    this.form.change((draft) => ({ ...draft, added }));
  }
}
