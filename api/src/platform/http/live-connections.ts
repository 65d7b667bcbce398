import type { Logger } from 'pino';

import type { ContractName } from '../graphql/request-context';
import type { KnownViewer, Viewer } from '../security/viewer';

/** Why a connection is ended: its viewer may no longer be there, or this process hands over to others. */
export type EndReason = 'revoked' | 'stopping';

/** One open socket or stream. */
export interface LiveConnection {
  readonly contract: ContractName;
  /** Who is at the other end, as far as was known at the last look. */
  viewer: Viewer;
  end(reason: EndReason): void;
}

/** Finds out in one go which of these viewers' sessions still go on, by session id. */
export type Revalidate = (
  viewers: readonly KnownViewer[],
) => Promise<ReadonlyMap<string, KnownViewer>>;

/** Well within the five seconds in which a revocation takes effect. */
const LOOK_EVERY_MS = 2_000;

function hasLost(before: KnownViewer, now: KnownViewer): boolean {
  if (!('permissions' in before)) return false;
  const held = 'permissions' in now ? now.permissions : new Set();
  return [...before.permissions].some((permission) => !held.has(permission));
}

/**
 * The open sockets and streams of this process. Their viewers are looked at again and again, all in one
 * statement; whoever was signed out, disabled or has lost a permission is cut off, and what they may do still is
 * decided when they come back.
 */
export class LiveConnections {
  private readonly open = new Set<LiveConnection>();
  private readonly timer: NodeJS.Timeout;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly find: Revalidate,
    private readonly log: Logger,
  ) {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  /** How many there are. */
  get size(): number {
    return this.open.size;
  }

  add(connection: LiveConnection): void {
    this.open.add(connection);
  }

  delete(connection: LiveConnection): void {
    this.open.delete(connection);
  }

  /** Looks at every viewer once; a database that does not answer leaves things as they are until the next look. */
  async revalidate(): Promise<void> {
    const known = new Map<string, KnownViewer>();
    for (const { viewer } of this.open) {
      if (viewer.kind !== 'anonymous') known.set(viewer.sessionId, viewer);
    }
    if (known.size === 0) return;
    const current = await this.find([...known.values()]);
    for (const connection of this.open) {
      const { viewer, contract } = connection;
      // Whoever came while the answer was on its way has just been let in.
      if (viewer.kind === 'anonymous' || !known.has(viewer.sessionId)) continue;
      const now = current.get(viewer.sessionId);
      if (!now || hasLost(viewer, now)) connection.end('revoked');
      // On the public contract everybody may do the same, whatever they may elsewhere.
      else if (contract === 'admin') connection.viewer = now;
    }
  }

  /** Hands every connection over to other processes and looks no more. */
  close(): void {
    clearInterval(this.timer);
    for (const connection of [...this.open]) connection.end('stopping');
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = this.revalidate();
    try {
      await this.looking;
    } catch (error) {
      this.log.warn({ err: error }, 'open connections could not be authorised again; trying later');
    } finally {
      this.looking = undefined;
    }
  }
}
