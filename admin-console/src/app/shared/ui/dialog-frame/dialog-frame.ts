import { Component, input } from '@angular/core';
import { MatDialogActions, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/** The frame of every dialog: heading, what it says, the ways out (`dialogAction`). */
@Component({
  selector: 'cw-dialog-frame',
  imports: [MatDialogActions, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>{{ heading() }}</h2>
    <mat-dialog-content><ng-content /></mat-dialog-content>
    <mat-dialog-actions align="end"><ng-content select="[dialogAction]" /></mat-dialog-actions>
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
export class DialogFrame {
  readonly heading = input.required<string>();
}
