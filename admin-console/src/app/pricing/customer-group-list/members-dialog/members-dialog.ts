import { Component, inject } from '@angular/core';
import { required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { editForm } from '../../../shared/form/edit-form';
import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { injectMutate } from '../../../shared/graphql/mutate';
import {
  AssignCustomerGroupDocument,
  type CustomerGroupRowFragment,
} from '../customer-group-list.generated';

/** Puts customers into a group by their e-mail addresses. */
@Component({
  selector: 'cw-members-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="'Put customers into “' + group.name + '”'"
      confirmLabel="Add customers"
      [form]="form"
    >
      <p class="soft">They leave the group they are in now, and see their new prices at once.</p>
      <cw-field
        label="E-mail addresses"
        hint="Of their accounts, one on each line"
        [lines]="6"
        [field]="form.fields.emails"
      />
    </cw-form-dialog>
  `,
})
export class MembersDialog {
  private readonly mutate = injectMutate();
  protected readonly group = inject<CustomerGroupRowFragment>(MAT_DIALOG_DATA);

  protected readonly form = editForm({
    saved: () => ({ value: { emails: '' } }),
    rules: (path) => required(path.emails, { message: 'Name at least one customer.' }),
    place: (path) => path.slice(0, 1),
    send: async (draft) => {
      const emails = draft.emails.split(/[\s,;]+/).filter(Boolean);
      const input = { code: this.group.code, emails };
      return (await this.mutate(AssignCustomerGroupDocument, { input })).customerGroupAssign;
    },
  });
}
