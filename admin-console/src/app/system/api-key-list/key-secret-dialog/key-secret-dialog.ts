import { DOCUMENT } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';

import { Banner } from '../../../shared/ui/banner/banner';
import { CopyButton } from '../../../shared/ui/copy-button/copy-button';
import { DialogFrame } from '../../../shared/ui/dialog-frame/dialog-frame';
import type { NewKey } from '../create-key-dialog/create-key-dialog';

/** Shows the secret of a new key, the one time it can be shown. */
@Component({
  selector: 'cw-key-secret-dialog',
  imports: [Banner, CopyButton, DialogFrame, MatButton, MatDialogClose],
  templateUrl: './key-secret-dialog.html',
  styleUrl: './key-secret-dialog.scss',
})
export class KeySecretDialog {
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly key = inject<NewKey>(MAT_DIALOG_DATA);

  protected readonly endpoint = computed(
    () => `${this.origin}/graphql${this.key.isForPublicContract ? '' : '/admin'}`,
  );
}
