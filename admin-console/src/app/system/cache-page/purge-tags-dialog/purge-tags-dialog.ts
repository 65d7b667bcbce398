import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

import { readTags } from '../../data/kept-answer-filter';

const mostTags = 100;
const longestTag = 300;

/** Asks for the tags whose kept answers are to end. */
@Component({
  selector: 'cw-purge-tags-dialog',
  imports: [
    FormField,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
  ],
  templateUrl: './purge-tags-dialog.html',
  styles: `
    mat-dialog-content {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }
  `,
})
export class PurgeTagsDialog {
  private readonly dialog = inject<MatDialogRef<PurgeTagsDialog, readonly string[]>>(MatDialogRef);

  private readonly answer = signal({ tags: inject<string>(MAT_DIALOG_DATA) });
  protected readonly fields = form(
    this.answer,
    (path) => {
      validate(path.tags, ({ value }) => {
        const tags = readTags(value());
        if (tags.length === 0) return { kind: 'none', message: 'Give at least one tag.' };
        if (tags.length > mostTags) {
          return { kind: 'many', message: `Give at most ${mostTags} tags at once.` };
        }
        return tags.some((tag) => tag.length > longestTag)
          ? { kind: 'long', message: `A tag has at most ${longestTag} characters.` }
          : undefined;
      });
    },
    {
      submission: {
        action: () => {
          this.dialog.close(readTags(this.answer().tags));
          return Promise.resolve();
        },
      },
    },
  );
}
