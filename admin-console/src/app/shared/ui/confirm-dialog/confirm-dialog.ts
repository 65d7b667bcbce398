import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogClose } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { Consequences } from '../consequences/consequences';
import { DialogFrame } from '../dialog-frame/dialog-frame';

/** What somebody is asked before something that cannot be taken back. */
export interface ConfirmQuestion {
  /** Names the thing: "Revoke “Price comparison”?" */
  readonly heading: string;
  readonly consequences: readonly string[];
  readonly confirmLabel: string;
  readonly dismissLabel: string;
  /** Whether it takes something away; so it is unless said otherwise. */
  readonly isDanger?: boolean;
}

/** Says what a step will do and asks whether it is meant. */
@Component({
  selector: 'cw-confirm-dialog',
  imports: [Consequences, DialogFrame, MatButton, MatDialogClose],
  template: `
    <cw-dialog-frame [heading]="question.heading">
      <cw-consequences [of]="question.consequences" />
      <button dialogAction type="button" matButton cdkFocusInitial [matDialogClose]="false">
        {{ question.dismissLabel }}
      </button>
      <button
        dialogAction
        type="button"
        matButton="filled"
        [class.danger-button]="question.isDanger ?? true"
        [matDialogClose]="true"
      >
        {{ question.confirmLabel }}
      </button>
    </cw-dialog-frame>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<ConfirmQuestion>(MAT_DIALOG_DATA);
}

/** Asks before something that cannot be taken back; resolves to whether it is meant. */
export function injectConfirm(): (question: ConfirmQuestion) => Promise<boolean> {
  const dialogs = inject(MatDialog);
  return async (question) => {
    const dialog = dialogs.open<ConfirmDialog, ConfirmQuestion, boolean>(ConfirmDialog, {
      data: question,
      width: '480px',
    });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  };
}
