import type { ReadonlyFieldTree } from '@angular/forms/signals';

/** The field at a path such as ["rules", "0", "price"]; undefined where the form has none. */
export function fieldAt(
  root: unknown,
  path: readonly string[],
): ReadonlyFieldTree<unknown> | undefined {
  if (path.length === 0) return undefined;
  let field = root;
  for (const step of path) {
    if (typeof field !== 'function') return undefined;
    field = (field as unknown as Readonly<Record<string, unknown>>)[step];
  }
  return typeof field === 'function' ? (field as ReadonlyFieldTree<unknown>) : undefined;
}
