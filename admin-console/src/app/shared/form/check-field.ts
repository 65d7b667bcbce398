import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatCheckbox } from '@angular/material/checkbox';

/** A yes or no of a form, with what it means. */
@Component({
  selector: 'cw-check-field',
  imports: [FormField, MatCheckbox],
  template: `
    <mat-checkbox [formField]="field()">{{ label() }}</mat-checkbox>
    @if (hint(); as text) {
      <p class="soft">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    mat-checkbox {
      margin-inline-start: -8px;
    }
    p {
      padding-inline-start: 26px;
      font-size: var(--cw-text-s);
    }
  `,
})
export class CheckField {
  readonly field = input.required<FieldTree<boolean>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
}
