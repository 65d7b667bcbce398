import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** Where the console's graph answers over HTTP; the socket uses the same path. */
export const GRAPH_PATH = '/graphql/admin';

/** The address of the graph's WebSocket, on the page's own origin. */
export const GRAPH_SOCKET_URL = new InjectionToken<string>('GRAPH_SOCKET_URL', {
  factory: () => {
    const { protocol, host } = inject(DOCUMENT).location;
    return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${GRAPH_PATH}`;
  },
});
