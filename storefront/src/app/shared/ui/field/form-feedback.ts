import { Directive, input, signal } from '@angular/core';
import {
  type FieldState,
  type FieldTree,
  submit,
  type TreeValidationResult,
} from '@angular/forms/signals';

/**
 * When a form speaks of mistakes: not while a field is being edited, on leaving it, and of all at
 * once when it is sent; then the first one gets the focus.
 */
@Directive({
  selector: 'form[appForm]',
  exportAs: 'appForm',
  host: {
    novalidate: '',
    '(input)': 'editing.set($event.target)',
    '(focusout)': 'editing.set(null)',
    '(submit)': 'send($event)',
  },
})
export class FormFeedback<T> {
  readonly fields = input.required<FieldTree<T>>({ alias: 'appForm' });
  /** What to do with valid values; what it returns is shown beside the fields. */
  readonly action = input.required<() => Promise<TreeValidationResult>>();

  protected readonly editing = signal<EventTarget | null>(null);

  /** What to say about a field now, if anything. */
  errorOf(
    field: () => Pick<FieldState<unknown>, 'touched' | 'errors' | 'formFieldBindings'>,
  ): string | null {
    const state = field();
    if (!state.touched()) return null;
    const editing = this.editing();
    const isEdited =
      editing instanceof Node &&
      state.formFieldBindings().some(({ element }) => element.contains(editing));
    return isEdited ? null : (state.errors()[0]?.message ?? null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.editing.set(null);
    const accepted = await submit(this.fields(), () => this.action()());
    if (accepted) return;
    const [first] = this.fields()().errorSummary();
    first?.fieldTree().focusBoundControl();
  }
}
