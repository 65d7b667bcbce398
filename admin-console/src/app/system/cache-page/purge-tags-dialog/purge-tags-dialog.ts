import { Component, inject } from '@angular/core';
import { validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';

import { Field } from '../../../shared/form/field';
import { FormDialog } from '../../../shared/form/form-dialog';
import { questionForm } from '../../../shared/form/question-form';
import { readTags } from '../../data/kept-answer-filter';

const mostTags = 100;
const longestTag = 300;

/** Asks for the tags whose kept answers are to end. */
@Component({
  selector: 'cw-purge-tags-dialog',
  imports: [Field, FormDialog],
  template: `
    <cw-form-dialog
      heading="Purge kept answers by tag"
      confirmLabel="Purge answers"
      dismissLabel="Keep them"
      [isDanger]="true"
      [form]="form"
      [answer]="tags"
    >
      <p class="soft">
        Every process lets go of the answers that depend on any of these. They are worked out again
        when they are next asked for.
      </p>
      <cw-field
        label="Tags"
        hint="Separated by spaces or lines, such as “shop” or “product:…:price”"
        [lines]="3"
        [field]="form.fields.tags"
      />
    </cw-form-dialog>
  `,
})
export class PurgeTagsDialog {
  protected readonly form = questionForm({ tags: inject<string>(MAT_DIALOG_DATA) }, (path) => {
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
  });
  protected readonly tags = () => readTags(this.form.value().tags);
}
