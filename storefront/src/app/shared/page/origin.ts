import { DOCUMENT, inject } from '@angular/core';

/** The address under which the shop is being visited, without a path. */
export function injectOrigin(): string {
  return inject(DOCUMENT).location.origin;
}
