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
import { LucideCheck, LucideCopy, LucideDownload } from '@lucide/angular';

/** Codes that were just made, and for what. */
export interface NewCodes {
  readonly codes: readonly string[];
  readonly name: string;
}

/** Hands new codes over: to the clipboard or as a file. */
@Component({
  selector: 'cw-new-codes-dialog',
  imports: [
    LucideCheck,
    LucideCopy,
    LucideDownload,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
  ],
  template: `
    <h2 matDialogTitle>
      {{ given.codes.length.toLocaleString('en-GB') }} new
      {{ given.codes.length === 1 ? 'code' : 'codes' }}
    </h2>
    <mat-dialog-content>
      <pre tabindex="0" aria-label="The new codes">{{ text }}</pre>
      <p class="ways">
        <button type="button" matButton="outlined" (click)="copy()">
          @if (isCopied()) {
            <svg lucideCheck aria-hidden="true"></svg>Copied
          } @else {
            <svg lucideCopy aria-hidden="true"></svg>Copy all
          }
        </button>
        <a matButton="outlined" [href]="file" [download]="fileName">
          <svg lucideDownload aria-hidden="true"></svg>Download CSV
        </a>
      </p>
      <span class="visually-hidden" role="status">{{ isCopied() ? 'Copied.' : '' }}</span>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" matButton="filled" matDialogClose>Done</button>
    </mat-dialog-actions>
  `,
  styles: `
    pre {
      max-height: 260px;
      padding: 12px 14px;
      border-radius: var(--cw-radius);
      margin: 0 0 12px;
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
  private readonly clipboard = inject(Clipboard);
  protected readonly given = inject<NewCodes>(MAT_DIALOG_DATA);

  protected readonly text = this.given.codes.join('\n');
  protected readonly file = `data:text/csv;charset=utf-8,${encodeURIComponent(`code\r\n${this.given.codes.join('\r\n')}\r\n`)}`;
  protected readonly fileName = `${this.given.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-codes.csv`;
  protected readonly isCopied = signal(false);

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.text));
  }
}
