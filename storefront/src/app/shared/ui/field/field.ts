import { Component, computed, input } from '@angular/core';
import { LucideCircleAlert } from '@lucide/angular';

let fields = 0;

/** A label, one control marked `appInput`, a hint and an error, tied together for assistive technology. */
@Component({
  selector: 'app-field',
  imports: [LucideCircleAlert],
  templateUrl: './field.html',
  host: { class: 'block' },
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** What is wrong with the value, in a sentence; nothing when it may stay. */
  readonly error = input<string | null>();
  readonly optional = input(false);

  readonly id = `field-${++fields}`;
  readonly describedBy = computed(
    () =>
      [this.hint() && `${this.id}-hint`, this.error() && `${this.id}-error`]
        .filter(Boolean)
        .join(' ') || null,
  );
}
