import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

/** What a reason is asked for. */
export interface ReasonQuestion {
  readonly heading: string;
  readonly consequences: readonly string[];
  readonly confirmLabel: string;
  readonly dismissLabel: string;
  readonly isReasonRequired: boolean;
}

/** Says what a step that cannot be taken back will do, and asks why. */
@Component({
  selector: 'cw-reason-dialog',
  imports: [
    FormField,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  templateUrl: './reason-dialog.html',
  styleUrl: '../dialog-form.scss',
})
export class ReasonDialog {
  private readonly dialog = inject<MatDialogRef<ReasonDialog, string>>(MatDialogRef);
  protected readonly question = inject<ReasonQuestion>(MAT_DIALOG_DATA);

  private readonly answer = signal({ reason: '' });
  protected readonly fields = form(
    this.answer,
    (path) => {
      required(path.reason, {
        message: 'Say why.',
        when: () => this.question.isReasonRequired,
      });
      maxLength(path.reason, 500, { message: 'Use at most 500 characters.' });
    },
    {
      submission: {
        action: () => {
          this.dialog.close(this.answer().reason.trim());
          return Promise.resolve();
        },
      },
    },
  );
}
