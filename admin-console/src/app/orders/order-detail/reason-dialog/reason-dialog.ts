import { Component, inject } from '@angular/core';
import { maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { questionForm } from '../../../shared/form/question-form';
import { Consequences } from '../../../shared/ui/consequences/consequences';

/** What a reason is asked for. */
export interface ReasonQuestion {
  readonly heading: string;
  readonly consequences: readonly string[];
  readonly confirmLabel: string;
  readonly dismissLabel: string;
  readonly isReasonRequired: boolean;
}

/** Says what a step that cannot be taken back will do, and asks why; answers with the reason. */
@Component({
  selector: 'cw-reason-dialog',
  imports: [Consequences, Field, FormDialog],
  template: `
    <cw-form-dialog
      [heading]="question.heading"
      [confirmLabel]="question.confirmLabel"
      [dismissLabel]="question.dismissLabel"
      [isDanger]="true"
      [form]="form"
      [answer]="reason"
    >
      <cw-consequences [of]="question.consequences" />
      <cw-field
        label="Reason"
        [hint]="question.isReasonRequired ? undefined : 'Optional'"
        [lines]="3"
        [field]="form.fields.reason"
      />
    </cw-form-dialog>
  `,
})
export class ReasonDialog {
  protected readonly question = inject<ReasonQuestion>(MAT_DIALOG_DATA);

  protected readonly form = questionForm({ reason: '' }, (path) => {
    required(path.reason, { message: 'Say why.', when: () => this.question.isReasonRequired });
    maxLength(path.reason, 500, { message: 'Use at most 500 characters.' });
  });
  protected readonly reason = () => this.form.value().reason.trim();
}
