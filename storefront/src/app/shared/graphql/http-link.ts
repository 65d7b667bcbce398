import { inject, REQUEST, REQUEST_CONTEXT } from '@angular/core';
import { HttpLink } from '@apollo/client/link/http';

import type { RenderContext } from './render-context';

const SERVER_TIMEOUT_MS = 8_000;
// What the API needs to know about the shopper for whom the server renders.
const FORWARDED_HEADERS = ['cookie', 'x-forwarded-for', 'accept-language'];

// The address of an answer is that of the question alone, whichever version of the client asks.
const enhancedClientAwareness = { transport: false } as const;

/** In the browser the API is at the shop's own address; while rendering, it is called directly. */
export function createHttpLink(): HttpLink {
  const context = inject(REQUEST_CONTEXT, { optional: true }) as RenderContext | null;
  if (!context) {
    return new HttpLink({ uri: '/graphql', credentials: 'same-origin', enhancedClientAwareness });
  }

  const request = inject(REQUEST, { optional: true });
  const headers: Record<string, string> = { 'x-request-id': context.requestId };
  for (const name of FORWARDED_HEADERS) {
    const value = request?.headers.get(name);
    if (value) headers[name] = value;
  }
  return new HttpLink({
    uri: `${context.apiUrl}/graphql`,
    enhancedClientAwareness,
    headers,
    fetch: (input, init) =>
      fetch(input, { ...init, signal: AbortSignal.timeout(SERVER_TIMEOUT_MS) }),
  });
}
