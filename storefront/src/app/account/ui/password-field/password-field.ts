import { Component, type ElementRef, input, model, output, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

import { Field } from '#shared/ui/field/field';
import { Input } from '#shared/ui/field/input';

/** A password with a button that shows what was typed. */
@Component({
  selector: 'app-password-field',
  imports: [Field, Input],
  templateUrl: './password-field.html',
  host: { class: 'block' },
})
export class PasswordField implements FormValueControl<string> {
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly error = input<string | null>(null);
  readonly hint = input<string>();
  readonly value = model('');
  readonly touch = output();

  protected readonly isShown = signal(false);

  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
