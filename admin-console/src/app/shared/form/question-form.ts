import { signal } from '@angular/core';
import type { SchemaPathTree } from '@angular/forms/signals';

import { type EditForm, editForm, type Saved } from './edit-form';

/** A form that sends nothing: once it is saved, its value is the answer to what was asked. */
export function questionForm<T extends object>(
  blank: T,
  rules: (path: SchemaPathTree<T>) => void,
): EditForm<T> {
  const given = signal<Saved<T>>({ value: blank });
  return editForm<T>({
    saved: given,
    rules,
    send: (value) => {
      given.set({ value });
      return Promise.resolve({ userErrors: [] });
    },
  });
}
