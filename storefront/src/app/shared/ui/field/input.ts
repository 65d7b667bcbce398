import { Directive, inject } from '@angular/core';

import { Field } from './field';

/** The look of text inputs, selects and text areas; inside an `app-field` it also takes its label and error. */
@Directive({
  selector: 'input[appInput], select[appInput], textarea[appInput]',
  host: {
    class:
      'block w-full min-h-12 rounded-md border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink placeholder:text-muted hover:border-ink aria-invalid:border-bad aria-invalid:border-2',
    '[attr.id]': 'field?.id',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.error() ? "true" : null',
  },
})
export class Input {
  protected readonly field = inject(Field, { optional: true });
}
