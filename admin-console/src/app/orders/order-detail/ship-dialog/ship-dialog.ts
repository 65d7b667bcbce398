import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength } from '@angular/forms/signals';
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

/** What is known about the parcel; empty when it was not filled in. */
export interface ParcelDetails {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly note: string;
}

/** Asks how an order goes out. */
@Component({
  selector: 'cw-ship-dialog',
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
  templateUrl: './ship-dialog.html',
  styleUrl: '../dialog-form.scss',
})
export class ShipDialog {
  private readonly dialog = inject<MatDialogRef<ShipDialog, ParcelDetails>>(MatDialogRef);
  protected readonly order = inject<{ number: string; customer: string }>(MAT_DIALOG_DATA);

  private readonly parcel = signal<ParcelDetails>({ carrier: '', trackingNumber: '', note: '' });
  protected readonly fields = form(
    this.parcel,
    (path) => {
      maxLength(path.carrier, 100, { message: 'Use at most 100 characters.' });
      maxLength(path.trackingNumber, 100, { message: 'Use at most 100 characters.' });
      maxLength(path.note, 500, { message: 'Use at most 500 characters.' });
    },
    {
      submission: {
        action: () => {
          const { carrier, trackingNumber, note } = this.parcel();
          this.dialog.close({
            carrier: carrier.trim(),
            trackingNumber: trackingNumber.trim(),
            note: note.trim(),
          });
          return Promise.resolve();
        },
      },
    },
  );
}
