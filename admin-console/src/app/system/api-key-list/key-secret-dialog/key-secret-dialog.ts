import { Clipboard } from '@angular/cdk/clipboard';
import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { LucideCheck, LucideCopy } from '@lucide/angular';

import { Banner } from '../../../shared/ui/banner/banner';
import type { NewKey } from '../create-key-dialog/create-key-dialog';

/** Shows the secret of a new key, the one time it can be shown. */
@Component({
  selector: 'cw-key-secret-dialog',
  imports: [
    Banner,
    LucideCheck,
    LucideCopy,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
  ],
  templateUrl: './key-secret-dialog.html',
  styleUrl: './key-secret-dialog.scss',
})
export class KeySecretDialog {
  private readonly clipboard = inject(Clipboard);
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly key = inject<NewKey>(MAT_DIALOG_DATA);

  protected readonly copying = signal<'idle' | 'copied' | 'failed'>('idle');
  protected readonly endpoint = computed(
    () => `${this.origin}/graphql${this.key.isForPublicContract ? '' : '/admin'}`,
  );

  protected copy(): void {
    this.copying.set(this.clipboard.copy(this.key.secret) ? 'copied' : 'failed');
  }
}
