import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { LucideDownload } from '@lucide/angular';

import { CopyButton } from '../../../../shared/ui/copy-button/copy-button';
import { DialogFrame } from '../../../../shared/ui/dialog-frame/dialog-frame';

/** Codes that were just made, and for what. */
export interface NewCodes {
  readonly codes: readonly string[];
  readonly name: string;
}

/** Hands new codes over: to the clipboard or as a file. */
@Component({
  selector: 'cw-new-codes-dialog',
  imports: [CopyButton, DialogFrame, LucideDownload, MatButton, MatDialogClose],
  template: `
    <cw-dialog-frame [heading]="heading">
      <pre tabindex="0" aria-label="The new codes">{{ text }}</pre>
      <div class="ways">
        <cw-copy-button label="Copy all" [text]="text" />
        <a matButton="outlined" [href]="file" [download]="fileName">
          <svg lucideDownload aria-hidden="true"></svg>Download CSV
        </a>
      </div>
      <button dialogAction type="button" matButton="filled" matDialogClose>Done</button>
    </cw-dialog-frame>
  `,
  styles: `
    pre {
      max-height: 260px;
      padding: 12px 14px;
      border-radius: var(--cw-radius);
      margin: 0;
      overflow: auto;
      background: var(--cw-sunken);
      font:
        400 0.8125rem / 1.6 ui-monospace,
        'SF Mono',
        Menlo,
        Consolas,
        monospace;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class NewCodesDialog {
  protected readonly given = inject<NewCodes>(MAT_DIALOG_DATA);

  protected readonly heading = `${this.given.codes.length.toLocaleString('en-GB')} new ${
    this.given.codes.length === 1 ? 'code' : 'codes'
  }`;
  protected readonly text = this.given.codes.join('\n');
  protected readonly file = `data:text/csv;charset=utf-8,${encodeURIComponent(`code\r\n${this.given.codes.join('\r\n')}\r\n`)}`;
  protected readonly fileName = `${this.given.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-codes.csv`;
}
