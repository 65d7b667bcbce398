import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogClose, MatDialogRef } from '@angular/material/dialog';

import { Banner } from '../ui/banner/banner';
import { DialogFrame } from '../ui/dialog-frame/dialog-frame';
import type { AnyForm } from './edit-form';

/** The frame of every dialog with a form: what went wrong, fields, the two ways out. It closes once it is saved. */
@Component({
  selector: 'cw-form-dialog',
  imports: [Banner, DialogFrame, MatButton, MatDialogClose],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit()">
      <cw-dialog-frame [heading]="heading()">
        @if (form().problem(); as problem) {
          <cw-banner>{{ problem.message }}</cw-banner>
        }
        <ng-content />
        <button dialogAction matButton type="button" [matDialogClose]="undefined">
          {{ dismissLabel() }}
        </button>
        <button
          dialogAction
          matButton="filled"
          type="submit"
          disabledInteractive
          [class.danger-button]="isDanger()"
          [disabled]="form().isSaving()"
        >
          {{ confirmLabel() }}
        </button>
      </cw-dialog-frame>
    </form>
  `,
})
export class FormDialog {
  private readonly dialog = inject<MatDialogRef<unknown>>(MatDialogRef);

  readonly heading = input.required<string>();
  readonly form = input.required<AnyForm>();
  readonly confirmLabel = input.required<string>();
  readonly dismissLabel = input('Cancel');
  readonly isDanger = input(false);
  /** What the dialog answers with once it is saved. */
  readonly answer = input<() => unknown>(() => true);

  protected async submit(): Promise<void> {
    if (await this.form().save()) this.dialog.close(this.answer()());
  }
}
