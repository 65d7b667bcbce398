import { Component, input, output } from '@angular/core';

import type { PickerOption } from '../../data/variation-picker';

/** One group of radio buttons for each option of a product. */
@Component({
  selector: 'app-variation-picker',
  templateUrl: './variation-picker.html',
  styleUrl: './variation-picker.css',
})
export class VariationPicker {
  readonly options = input.required<readonly PickerOption[]>();
  /** The options to point at, because something cannot go on without them. */
  readonly missing = input<readonly string[]>([]);
  readonly chosen = output<{ readonly option: string; readonly value: string }>();
}
