import { DOCUMENT, inject, REQUEST_CONTEXT } from '@angular/core';

import type { RenderContext } from '#shared/graphql/render-context';

/** The address under which the world knows the shop, without a path. */
export function injectOrigin(): string {
  const context = inject(REQUEST_CONTEXT, { optional: true }) as RenderContext | null;
  return context?.publicOrigin ?? inject(DOCUMENT).location.origin;
}
