import type { Actor } from '../events/event-log';
import type { RequestContext } from './request-context';

/** Who is asking, as the event log and the stock ledger record it. */
export function actorOf(context: RequestContext): Actor {
  const { viewer } = context;
  switch (viewer.kind) {
    case 'staff':
      return { kind: 'staff', id: viewer.staffId, name: viewer.name };
    case 'api-key':
      return { kind: 'api-key', id: viewer.keyId, name: viewer.name };
    case 'customer':
      return { kind: 'customer', id: viewer.customerId };
    case 'anonymous':
      return { kind: 'anonymous' };
  }
}
