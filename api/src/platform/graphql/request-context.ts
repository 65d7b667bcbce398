import type { Logger } from 'pino';

import type { Viewer } from '../security/viewer';
import type { LoaderScope } from './loader-scope';
import type { ShownThings } from './shown-things';

/** Which of the two contracts a request came in on. */
export type ContractName = 'public' | 'admin';

/** A cookie to set on the answer; a missing value clears it. */
export interface OutgoingCookie {
  readonly name: string;
  readonly value?: string;
  readonly path: string;
  readonly maxAgeSeconds?: number;
}

/** Everything about one request that a resolver may know. */
export interface RequestContext {
  readonly requestId: string;
  readonly contract: ContractName;
  readonly viewer: Viewer;
  readonly loaders: LoaderScope;
  /** Present while an answer is made that will be kept for others. */
  readonly shown?: ShownThings;
  readonly log: Logger;
  /** Address of the client as the trusted proxy saw it. */
  readonly clientAddress: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  header(name: string): string | undefined;
  /** No effect on WebSocket operations, which have no answer headers. */
  setCookie(cookie: OutgoingCookie): void;
}
