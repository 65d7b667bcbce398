import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';

import { CheckField } from '../../../shared/form/check-field';
import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { injectMutate } from '../../../shared/graphql/mutate';
import type { Rounding } from '../../../shared/graphql/types.generated';
import { Banner } from '../../../shared/ui/banner/banner';
import { SetTaxSettingsDocument, type TaxSettingsFieldsFragment } from '../tax-page.generated';

const roundings = [
  { value: 'HALF_UP', label: 'Halves up' },
  { value: 'HALF_EVEN', label: 'Halves to the even digit' },
] as const satisfies readonly { value: Rounding; label: string }[];

/** What holds wherever nothing else is said about taxes. */
@Component({
  selector: 'cw-tax-settings-form',
  imports: [Banner, CheckField, Field, MatButton],
  templateUrl: './tax-settings-form.html',
  styleUrl: '../../../shared/form/panel.scss',
})
export class TaxSettingsForm {
  private readonly mutate = injectMutate();
  private readonly snackBar = inject(MatSnackBar);

  readonly settings = input.required<TaxSettingsFieldsFragment>();
  readonly classes = input.required<readonly { readonly code: string; readonly name: string }[]>();

  protected readonly roundings = roundings;
  protected readonly choices = computed(() =>
    this.classes().map(({ code, name }) => ({ value: code, label: name })),
  );
  protected readonly form = editForm({
    saved: () => {
      const { defaultClass, shippingClass, rounding, pricesIncludeTax } = this.settings();
      return { value: { defaultClass, shippingClass, rounding, pricesIncludeTax } };
    },
    send: async (input) => (await this.mutate(SetTaxSettingsDocument, { input })).taxSettingsSet,
  });

  protected async save(): Promise<void> {
    if (await this.form.save()) this.snackBar.open('Tax settings saved.');
  }
}
