import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { injectMutate } from '../../../shared/graphql/mutate';
import type { TaxRateRowFragment } from '../../data/tax-fragments.generated';
import {
  isSamePlace,
  taxRateRules,
  toTaxRateDraft,
  toTaxRateInput,
} from '../../data/tax-rate-draft';
import { RemoveTaxRateDocument, SetTaxRateDocument } from '../tax-page.generated';

/** The rate to edit, if there is one, and the classes there are. */
export interface TaxRateQuestion {
  readonly rate: TaxRateRowFragment | undefined;
  readonly classes: readonly { readonly code: string; readonly name: string }[];
}

/** Makes a tax rate, or changes one. */
@Component({
  selector: 'cw-tax-rate-dialog',
  imports: [CheckField, Field, FormDialog],
  templateUrl: './tax-rate-dialog.html',
  styleUrl: '../../../shared/form/panel.scss',
})
export class TaxRateDialog {
  private readonly mutate = injectMutate();
  protected readonly question = inject<TaxRateQuestion>(MAT_DIALOG_DATA);

  protected readonly classes = this.question.classes.map(({ code, name }) => ({
    value: code,
    label: name,
  }));
  private readonly before = toTaxRateDraft(this.question.rate, this.classes[0]?.value ?? '');
  protected readonly form = editForm({
    saved: () => ({ value: this.before }),
    rules: taxRateRules,
    send: async (draft) => {
      const { rate } = this.question;
      const input = toTaxRateInput(draft);
      const { taxRateSet } = await this.mutate(SetTaxRateDocument, { input });
      // A rate is known by its class, place and layer: one that moved stands twice until the old one goes.
      if (!rate || taxRateSet.userErrors.length > 0 || isSamePlace(draft, this.before)) {
        return taxRateSet;
      }
      const gone = await this.mutate(RemoveTaxRateDocument, { input: { taxRateId: rate.id } });
      return gone.taxRateRemove;
    },
  });
}
