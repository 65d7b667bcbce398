import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LucideX } from '@lucide/angular';

/** One entry of a choice. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A labelled field of a form, typed or chosen, with its hint and what is wrong with it. */
@Component({
  selector: 'cw-field',
  imports: [
    FormField,
    LucideX,
    MatError,
    MatFormField,
    MatHint,
    MatIconButton,
    MatInput,
    MatLabel,
    MatSuffix,
  ],
  templateUrl: './field.html',
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    mat-form-field {
      width: 100%;
    }
    input[type='date'],
    input[type='datetime-local'] {
      min-height: 1.6em;
    }
    mat-hint {
      color: var(--cw-ink-soft);
    }
    .suffix {
      padding-inline-end: 12px;
      white-space: nowrap;
      color: var(--cw-ink-soft);
    }
  `,
})
export class Field {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  /** What the label is about where several are alike, such as a row's title; spoken, not shown. */
  readonly of = input<string>();
  readonly hint = input<string>();
  readonly kind = input<'text' | 'email' | 'date' | 'datetime-local' | 'number'>('text');
  /** How many lines to write in; one is a field. */
  readonly lines = input(1);
  /** What may be chosen, instead of typing. */
  readonly choices = input<readonly Choice[]>();
  /** What stands behind the value, such as "%". */
  readonly suffix = input<string>();
  /** Whether a button empties it. */
  readonly isClearable = input(false);

  protected clear(): void {
    const state = this.field()();
    state.value.set('');
    // The button is gone with the value.
    state.focusBoundControl();
  }
}
