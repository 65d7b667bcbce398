import type { FieldTree, TreeValidationResult } from '@angular/forms/signals';

import type { CheckoutProblem } from './checkout-refusal';

/** The problem as an error of the field it is about, where there is such a field. */
export function fieldRefusal(
  problem: CheckoutProblem | null,
  fields: Readonly<Record<string, FieldTree<string>>>,
): TreeValidationResult {
  if (problem?.kind !== 'invalid') return null;
  const fieldTree = fields[problem.path.at(-1) ?? ''];
  return fieldTree ? { kind: 'refused', message: problem.message, fieldTree } : null;
}
