import type { Clock } from '../../kernel/clock';
import type { TimedJob } from '../../platform/module';
import type { SessionRepository } from '../persistence/session.repository';

const HOUR_SECONDS = 60 * 60;
/** Ended sessions are kept for a while, so that a theft can still be looked into. */
const KEPT_MS = 30 * 24 * HOUR_SECONDS * 1000;

/** Forgets sessions that ended long ago. */
export function purgeSessions(sessions: SessionRepository, clock: Clock): TimedJob {
  return {
    name: 'purge-sessions',
    intervalSeconds: HOUR_SECONDS,
    run: () => sessions.purge(new Date(clock.now().getTime() - KEPT_MS)),
  };
}
