import type { DataSource } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { TaskKind, TaskStatus } from '../domain/task';

/** A task as screens show it. */
export interface TaskRow {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly status: TaskStatus;
  readonly done: number;
  readonly total: number | null;
  readonly note: string | null;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

/** A silent task is interrupted, whether or not the worker has noticed already. */
const SELECT = `SELECT id, kind, title,
    CASE WHEN status = 'RUNNING' AND updated_at < $1 THEN 'INTERRUPTED' ELSE status END AS status,
    done, total, note, started_at AS "startedAt", updated_at AS "updatedAt", finished_at AS "finishedAt"
  FROM task`;

/** Reads tasks for screens. */
export class TaskReadModel {
  constructor(private readonly dataSource: DataSource) {}

  byIds(ids: readonly string[], silentSince: Date): Promise<TaskRow[]> {
    return this.dataSource.query(`${SELECT} WHERE id = ANY($2)`, [silentSince, ids]);
  }

  /** One page, newest first. */
  async page(request: PageRequest, silentSince: Date): Promise<Page<TaskRow>> {
    const forward = request.direction === 'forward';
    const order = forward ? 'DESC' : 'ASC';
    const rows: TaskRow[] = await this.dataSource.query(
      `${SELECT}
       WHERE $2::timestamptz IS NULL
          OR (started_at, id) ${forward ? '<' : '>'} ($2::timestamptz, $3::uuid)
       ORDER BY started_at ${order}, id ${order} LIMIT $4`,
      [
        silentSince,
        request.position?.[0] ?? null,
        request.position?.[1] ?? null,
        request.limit + 1,
      ],
    );
    return toPage(rows, request, (row) => [row.startedAt.toISOString(), row.id]);
  }

  /** How many there are. */
  async count(): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM task',
    );
    return rows[0]?.count ?? 0;
  }
}
