import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';

import { CopyButton } from '../../../shared/ui/copy-button/copy-button';
import { DialogFrame } from '../../../shared/ui/dialog-frame/dialog-frame';
import type { IssuedCard } from '../issue-dialog/issue-dialog';

/** Tells the code of a new card, this once. */
@Component({
  selector: 'cw-code-dialog',
  imports: [CopyButton, DialogFrame, MatButton, MatDialogClose],
  template: `
    <cw-dialog-frame heading="The gift card is made">
      <p>
        This is its code. It is shown this once, and whoever has it can spend it.
        @if (card.recipientEmail) {
          It is also on its way to {{ card.recipientEmail }}.
        }
      </p>
      <div class="code">
        <code>{{ card.code }}</code>
        <cw-copy-button label="Copy code" [text]="card.code" />
      </div>
      <button dialogAction type="button" matButton="filled" matDialogClose>Done</button>
    </cw-dialog-frame>
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
  protected readonly card = inject<IssuedCard>(MAT_DIALOG_DATA);
}
