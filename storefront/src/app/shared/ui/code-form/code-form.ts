import { Component, input, signal } from '@angular/core';

import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { Input } from '#shared/ui/field/input';

/** Whether a code was taken, and if not, why; null when that is said elsewhere. */
export type CodeAnswer =
  { readonly isTaken: true } | { readonly isTaken: false; readonly refusal: string | null };

/** Takes a code that somebody was given; a link until it is wanted. */
@Component({
  selector: 'app-code-form',
  imports: [Button, Field, Input],
  templateUrl: './code-form.html',
})
export class CodeForm {
  /** What the code is called. */
  readonly label = input.required<string>();
  /** What the link says that opens the form. */
  readonly invitation = input.required<string>();
  /** What the button says. */
  readonly action = input.required<string>();
  /** Tries the code that was entered. */
  readonly take = input.required<(code: string) => Promise<CodeAnswer>>();

  protected readonly isOpen = signal(false);
  protected readonly code = signal('');
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const code = this.code().trim();
    if (code === '') {
      this.refusal.set('Enter a code first.');
      return;
    }
    this.isBusy.set(true);
    const answer = await this.take()(code);
    this.isBusy.set(false);
    this.refusal.set(answer.isTaken ? null : answer.refusal);
    if (!answer.isTaken) return;
    this.code.set('');
    this.isOpen.set(false);
  }

  protected edit(event: Event): void {
    this.code.set((event.target as HTMLInputElement).value);
    this.refusal.set(null);
  }
}
