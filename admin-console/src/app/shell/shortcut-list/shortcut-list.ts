import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogClose } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import { Shortcuts } from '../../shared/shortcuts/shortcuts';
import { DialogFrame } from '../../shared/ui/dialog-frame/dialog-frame';

/** The dialog that lists what the keyboard can do on this page. */
@Component({
  selector: 'cw-shortcut-list',
  imports: [DialogFrame, MatButton, MatDialogClose, MatSlideToggle],
  templateUrl: './shortcut-list.html',
  styleUrl: './shortcut-list.scss',
})
export class ShortcutList {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly entries = computed(() => {
    const seen = new Set<string>();
    return this.shortcuts
      .list()
      .filter(({ keys }) => !seen.has(keys) && seen.add(keys))
      .map(({ keys, label }) => ({ keys: keys.split(' '), label }))
      .concat([
        { keys: ['↑', '↓'], label: 'Move through a list' },
        { keys: ['Enter'], label: 'Open the row in focus' },
      ]);
  });
}
