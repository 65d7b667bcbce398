import type { DataSource, EntityManager } from 'typeorm';

/** The tag of everything that is shown. */
export const EVERYTHING = '*';

/** How long a process may be without contact before it forgets what it has cached, in seconds. */
export const KNOWN_SECONDS = 300;

/** How long rows are kept: twice as long, so that nobody who still trusts its cache has missed one. */
const KEPT_SECONDS = 2 * KNOWN_SECONDS;

/** Writes what a transaction changed, in that transaction. */
export async function logChanges(manager: EntityManager, tags: readonly string[]): Promise<void> {
  await manager.query('INSERT INTO change_log (tags) VALUES ($1)', [tags]);
}

/**
 * Forgets old rows, and remembers the youngest transaction of which a row was forgotten. In a database restored
 * from a dump the remembered one may lie in the future of the new server, and is brought back.
 */
export async function forgetChanges(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `WITH gone AS (
       DELETE FROM change_log WHERE changed_at < clock_timestamp() - make_interval(secs => $1)
       RETURNING xact
     )
     UPDATE change_log_horizon
     SET forgotten_xact = least(
       greatest(forgotten_xact, (SELECT max(xact) FROM gone)),
       pg_snapshot_xmax(pg_current_snapshot())
     )`,
    [KEPT_SECONDS],
  );
}
