import { fireEvent, screen, within } from '@testing-library/angular';

/** Types into, or chooses in, the labelled field; the last of them where there are several. */
export function fillIn(label: string | RegExp, value: string, inside = document.body): void {
  const field = within(inside).getAllByLabelText(label).at(-1);
  if (!field) throw new Error(`There is no field ${String(label)}.`);
  if (field instanceof HTMLSelectElement) {
    // Both are sent by browsers when somebody chooses.
    fireEvent.input(field, { target: { value } });
    fireEvent.change(field, { target: { value } });
  } else {
    fireEvent.input(field, { target: { value } });
  }
}

/** Presses the button of a name; the last of them where there are several. */
export function press(name: string | RegExp, inside = document.body): void {
  const button = within(inside).getAllByRole('button', { name }).at(-1);
  if (!button) throw new Error(`There is no button ${String(name)}.`);
  fireEvent.click(button);
}

/** What the labelled field says is wrong with it. */
export function faultAt(label: string | RegExp): string {
  const field = screen.getAllByLabelText(label).at(-1);
  return field?.closest('mat-form-field')?.querySelector('mat-error')?.textContent.trim() ?? '';
}
