import { LoaderScope } from './loader-scope';

/** How long an event's readers share what is loaded for it; one who comes later reads for himself. */
const SHARED_MS = 1_000;

interface Moment {
  readonly scope: LoaderScope;
  readonly until: number;
}

/** A message made for one follower about something that all of them are shown. */
export interface SharedMessage {
  /** What they share: the thing itself, or what was loaded for it already. */
  readonly sharedAs: object;
}

/**
 * What events are loaded with. The bus hands one event object to every follower in this process, so a thousand
 * followers of one order cost one read of it and not a thousand.
 */
export class Moments {
  private readonly moments = new WeakMap<object, Moment>();

  /** The scope to load with for this message. */
  of(message: object): LoaderScope {
    const shared = 'sharedAs' in message ? (message as SharedMessage).sharedAs : message;
    if (shared instanceof LoaderScope) return shared;
    const now = performance.now();
    const known = this.moments.get(shared);
    if (known && known.until > now) return known.scope;
    const scope = new LoaderScope();
    this.moments.set(shared, { scope, until: now + SHARED_MS });
    return scope;
  }
}
