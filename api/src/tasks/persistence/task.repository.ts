import type { Transaction } from '../../platform/database/transaction';
import type { TaskKind, TaskProgress, TaskStatus } from '../domain/task';

/** A task as it begins. */
export interface NewTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly startedAt: Date;
}

/** A task's state after a change; its version numbers its events. */
export interface TaskState extends TaskProgress {
  readonly id: string;
  readonly version: number;
  readonly status: TaskStatus;
}

const STATE = `id, version, status, done, total, note`;

interface StateRow {
  readonly id: string;
  readonly version: number;
  readonly status: TaskStatus;
  readonly done: number;
  readonly total: number | null;
  readonly note: string | null;
}

function toState({ total, note, ...row }: StateRow): TaskState {
  return { ...row, total: total ?? undefined, note: note ?? undefined };
}

/** Writes tasks. Changing one locks its row, which keeps the numbers of its events without gaps. */
export class TaskRepository {
  async add(tx: Transaction, { id, kind, title, startedAt }: NewTask): Promise<TaskState> {
    const rows: StateRow[] = await tx.manager.query(
      `INSERT INTO task (id, kind, title, status, version, done, started_at, updated_at)
       VALUES ($1, $2, $3, 'RUNNING', 1, 0, $4, $4) RETURNING ${STATE}`,
      [id, kind, title, startedAt],
    );
    return onlyState(rows);
  }

  /** Notes how far a task is, or how it ended. One that was taken for interrupted goes on. */
  async change(
    tx: Transaction,
    id: string,
    status: Exclude<TaskStatus, 'INTERRUPTED'>,
    { done, total, note }: TaskProgress,
    now: Date,
  ): Promise<TaskState> {
    const [rows]: [StateRow[], number] = await tx.manager.query(
      `UPDATE task SET version = version + 1, status = $2, done = $3, total = $4, note = $5,
         updated_at = $6, finished_at = CASE WHEN $2 = 'RUNNING' THEN NULL ELSE $6::timestamptz END
       WHERE id = $1 RETURNING ${STATE}`,
      [id, status, done, total ?? null, note ?? null, now],
    );
    return onlyState(rows);
  }

  /** A sign of life, told to nobody. */
  async touch(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.manager.query(`UPDATE task SET updated_at = $2 WHERE id = $1 AND status = 'RUNNING'`, [
      id,
      now,
    ]);
  }

  /** Ends those that have been silent, and gives what they were at. */
  async interrupt(tx: Transaction, silentSince: Date, now: Date): Promise<TaskState[]> {
    const [rows]: [StateRow[], number] = await tx.manager.query(
      `UPDATE task SET version = version + 1, status = 'INTERRUPTED', finished_at = $2
       WHERE id IN (SELECT id FROM task WHERE status = 'RUNNING' AND updated_at < $1
                    ORDER BY id FOR UPDATE SKIP LOCKED)
       RETURNING ${STATE}`,
      [silentSince, now],
    );
    return rows.map(toState);
  }

  /** Forgets tasks that ended before then; their events stay in the log. */
  async purge(tx: Transaction, finishedBefore: Date): Promise<void> {
    await tx.manager.query('DELETE FROM task WHERE finished_at < $1', [finishedBefore]);
  }
}

function onlyState(rows: readonly StateRow[]): TaskState {
  const [row] = rows;
  if (!row) throw new Error('This task does not exist any more.');
  return toState(row);
}
