import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

import { Banner } from '../ui/banner/banner';
import type { AnyForm } from './edit-form';

/** The frame of every dialog with a form: heading, what went wrong, fields, the two ways out. */
@Component({
  selector: 'cw-form-dialog',
  imports: [Banner, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit()">
      <h2 matDialogTitle>{{ heading() }}</h2>
      <mat-dialog-content>
        @if (form().problem(); as problem) {
          <cw-banner>{{ problem.message }}</cw-banner>
        }
        <ng-content />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [matDialogClose]="undefined">{{ dismissLabel() }}</button>
        <button
          matButton="filled"
          type="submit"
          disabledInteractive
          [class.danger-button]="isDanger()"
          [disabled]="form().isSaving()"
        >
          {{ confirmLabel() }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content {
      display: flex;
      flex-direction: column;
      gap: 16px;
      // Room for the label on the first field's border.
      padding-top: 6px !important;
    }
  `,
})
export class FormDialog {
  readonly heading = input.required<string>();
  readonly form = input.required<AnyForm>();
  readonly confirmLabel = input.required<string>();
  readonly dismissLabel = input('Cancel');
  readonly isDanger = input(false);

  /** It was saved. */
  readonly saved = output();

  protected async submit(): Promise<void> {
    if (await this.form().save()) this.saved.emit();
  }
}
