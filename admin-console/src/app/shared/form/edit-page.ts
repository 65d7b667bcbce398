import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LucideTrash } from '@lucide/angular';

import { Banner } from '../ui/banner/banner';
import { type BackLink, PageHead } from '../ui/page-head/page-head';
import type { AnyForm } from './edit-form';

/**
 * The frame of every edit page: head, what went wrong, the form, and, while something is not saved, the bar that
 * saves or discards it (Ctrl+S too).
 */
@Component({
  selector: 'cw-edit-page',
  imports: [Banner, LucideTrash, MatButton, PageHead],
  templateUrl: './edit-page.html',
  styleUrl: './edit-page.scss',
  host: {
    '(document:keydown.control.s)': 'press($event)',
    '(document:keydown.meta.s)': 'press($event)',
    '(window:beforeunload)': 'keepOpen($event)',
  },
})
export class EditPage {
  readonly heading = input.required<string>();
  readonly back = input.required<BackLink>();
  readonly form = input.required<AnyForm>();
  readonly saveLabel = input('Save');
  /** Something new is saved by a button that is always there. */
  readonly isNew = input(false);

  /** Whether the thing can be taken away here. */
  readonly isRemovable = input(false);

  /** It was saved. */
  readonly saved = output();
  /** The person wants it gone. */
  readonly removed = output();

  protected async save(): Promise<void> {
    if (await this.form().save()) this.saved.emit();
  }

  protected async overwrite(): Promise<void> {
    if (await this.form().overwrite()) this.saved.emit();
  }

  protected press(event: Event): void {
    event.preventDefault();
    if (this.form().isDirty() && !this.form().isSaving()) void this.save();
  }

  protected keepOpen(event: Event): void {
    if (this.form().isDirty()) event.preventDefault();
  }
}
