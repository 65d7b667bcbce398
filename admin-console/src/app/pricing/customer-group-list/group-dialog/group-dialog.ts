import { Component, inject } from '@angular/core';
import { required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { codeRule } from '../../../shared/form/rules';
import { injectMutate } from '../../../shared/graphql/mutate';
import {
  type CustomerGroupRowFragment,
  SetCustomerGroupDocument,
} from '../customer-group-list.generated';

/** Makes a group of customers, or gives one another name. */
@Component({
  selector: 'cw-group-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="group ? 'Rename “' + group.name + '”' : 'New customer group'"
      [confirmLabel]="group ? 'Rename' : 'Create group'"
      [form]="form"
    >
      <cw-field label="Name" hint="For staff, such as “Trade”" [field]="form.fields.name" />
      @if (!group) {
        <cw-field
          label="Code"
          hint="For programs; it cannot be changed later"
          [field]="form.fields.code"
        />
      }
    </cw-form-dialog>
  `,
})
export class GroupDialog {
  private readonly mutate = injectMutate();
  protected readonly group = inject<CustomerGroupRowFragment | undefined>(MAT_DIALOG_DATA);

  protected readonly form = editForm({
    saved: () => ({ value: { name: this.group?.name ?? '', code: this.group?.code ?? '' } }),
    rules: (path) => {
      required(path.name, { message: 'Give it a name.' });
      codeRule(path.code);
    },
    send: async ({ name, code }) => {
      const input = { name: name.trim(), code };
      return (await this.mutate(SetCustomerGroupDocument, { input })).customerGroupSet;
    },
  });
}
