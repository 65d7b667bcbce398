import { Component, inject } from '@angular/core';
import { required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { codeRule } from '../../../shared/form/rules';
import { injectMutate } from '../../../shared/graphql/mutate';
import { SetTaxClassDocument } from '../tax-page.generated';

/** Makes a tax class, or gives one another name. */
@Component({
  selector: 'cw-tax-class-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="given ? 'Rename “' + given.name + '”' : 'New tax class'"
      [confirmLabel]="given ? 'Rename' : 'Create class'"
      [form]="form"
    >
      <cw-field label="Name" hint="For staff, such as “Reduced”" [field]="form.fields.name" />
      @if (!given) {
        <cw-field
          label="Code"
          hint="For programs; it cannot be changed later"
          [field]="form.fields.code"
        />
      }
    </cw-form-dialog>
  `,
})
export class TaxClassDialog {
  private readonly mutate = injectMutate();
  protected readonly given = inject<{ code: string; name: string } | undefined>(MAT_DIALOG_DATA);

  protected readonly form = editForm({
    saved: () => ({ value: { name: this.given?.name ?? '', code: this.given?.code ?? '' } }),
    rules: (path) => {
      required(path.name, { message: 'Give it a name.' });
      codeRule(path.code);
    },
    send: async ({ name, code }) => {
      const input = { name: name.trim(), code };
      return (await this.mutate(SetTaxClassDocument, { input })).taxClassSet;
    },
  });
}
