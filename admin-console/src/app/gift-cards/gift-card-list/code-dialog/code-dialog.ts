import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { LucideCheck, LucideCopy } from '@lucide/angular';

import type { IssuedCard } from '../issue-dialog/issue-dialog';

/** Tells the code of a new card, this once. */
@Component({
  selector: 'cw-code-dialog',
  imports: [
    LucideCheck,
    LucideCopy,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
  ],
  template: `
    <h2 matDialogTitle>The gift card is made</h2>
    <mat-dialog-content>
      <p>
        This is its code. It is shown this once, and whoever has it can spend it.
        @if (card.recipientEmail) {
          It is also on its way to {{ card.recipientEmail }}.
        }
      </p>
      <p class="code">
        <code>{{ card.code }}</code>
        <button type="button" matButton="outlined" cdkFocusInitial (click)="copy()">
          @if (isCopied()) {
            <svg lucideCheck aria-hidden="true"></svg>Copied
          } @else {
            <svg lucideCopy aria-hidden="true"></svg>Copy code
          }
        </button>
      </p>
      <span class="visually-hidden" role="status">{{ isCopied() ? 'Copied.' : '' }}</span>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" matButton="filled" matDialogClose>Done</button>
    </mat-dialog-actions>
  `,
  styles: `
    .code {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: 12px 14px;
      border-radius: var(--cw-radius);
      margin-top: 14px;
      background: var(--cw-sunken);
    }
    code {
      font-size: 1.125rem;
      letter-spacing: 0.04em;
      overflow-wrap: anywhere;
    }
  `,
})
export class CodeDialog {
  private readonly clipboard = inject(Clipboard);
  protected readonly card = inject<IssuedCard>(MAT_DIALOG_DATA);
  protected readonly isCopied = signal(false);

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.card.code));
  }
}
