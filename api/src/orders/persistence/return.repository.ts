import type { EntityManager } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { KnownReturn } from '../domain/return-rules';
import type { ReturnStatus } from '../domain/return-state';

export const returnReasons = [
  'NOT_WANTED',
  'WRONG_SIZE',
  'DAMAGED',
  'DEFECTIVE',
  'NOT_AS_DESCRIBED',
  'WRONG_ITEM',
  'OTHER',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const goodsConditions = ['AS_NEW', 'OPENED', 'DAMAGED', 'MISSING'] as const;
export type GoodsCondition = (typeof goodsConditions)[number];

/** Units of a line on their way back. */
export interface ReturnLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly note?: string;
  /** How it was when it came back. */
  readonly condition?: GoodsCondition;
  readonly restocked: boolean;
}

/** Goods that a shopper sends back, from the wish to the money. */
export interface OrderReturn extends KnownReturn {
  readonly id: string;
  readonly orderId: string;
  readonly number: number;
  readonly status: ReturnStatus;
  readonly isExchange: boolean;
  /** What the goods cost, as it was told when it was asked for. */
  readonly expectedMinor: bigint;
  readonly note?: string;
  /** What the shop said. */
  readonly answer?: string;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
  readonly lines: readonly ReturnLine[];
}

type Nulled<T> = {
  [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K];
};
type ReturnRow = Nulled<Omit<OrderReturn, 'lines' | 'expectedMinor'>> & {
  readonly expectedMinor: string;
  readonly lines: readonly Nulled<ReturnLine>[];
};

/** Writes returns. Who changes one holds the lock on its order. */
export class ReturnRepository {
  /** Writes a new return with its lines. */
  async insert(tx: Transaction, made: OrderReturn): Promise<void> {
    await tx.manager.query(
      `WITH made AS (
         INSERT INTO order_return (id, order_id, number, status, is_exchange, expected_minor, note, answer,
           requested_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
       )
       INSERT INTO order_return_line (return_id, line_id, quantity, reason, note)
       SELECT $1, l."lineId", l.quantity, l.reason, l.note
       FROM jsonb_to_recordset($10::jsonb) AS l("lineId" uuid, quantity int, reason text, note text)`,
      [
        made.id,
        made.orderId,
        made.number,
        made.status,
        made.isExchange,
        made.expectedMinor.toString(),
        made.note ?? null,
        made.answer ?? null,
        made.requestedAt,
        JSON.stringify(made.lines),
      ],
    );
  }

  /** Writes the next status of a return and what the shop said. */
  async move(tx: Transaction, moved: OrderReturn): Promise<void> {
    await tx.manager.query(
      'UPDATE order_return SET status = $2, answer = $3, updated_at = $4 WHERE id = $1',
      [moved.id, moved.status, moved.answer ?? null, moved.updatedAt],
    );
  }

  /** Writes in which condition goods came back. */
  async receive(tx: Transaction, { id, lines }: OrderReturn): Promise<void> {
    await tx.manager.query(
      `UPDATE order_return_line r SET condition = l.condition, restocked = l.restocked
       FROM jsonb_to_recordset($2::jsonb) AS l("lineId" uuid, condition text, restocked boolean)
       WHERE r.return_id = $1 AND r.line_id = l."lineId"`,
      [id, JSON.stringify(lines)],
    );
  }
}

/** The returns of several orders in one statement, oldest first. */
export async function returnsOf(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<OrderReturn[]> {
  const rows: ReturnRow[] = await manager.query(
    `SELECT r.id, r.order_id AS "orderId", r.number, r.status, r.is_exchange AS "isExchange",
         r.expected_minor AS "expectedMinor", r.note, r.answer, r.requested_at AS "requestedAt",
         r.updated_at AS "updatedAt",
         (SELECT jsonb_agg(jsonb_build_object('lineId', l.line_id, 'quantity', l.quantity, 'reason', l.reason,
            'note', l.note, 'condition', l.condition, 'restocked', l.restocked) ORDER BY o.position)
          FROM order_return_line l JOIN order_line o ON o.id = l.line_id WHERE l.return_id = r.id) AS lines
       FROM order_return r WHERE r.order_id = ANY($1) ORDER BY r.order_id, r.number`,
    [orderIds],
  );
  return rows.map((row) => ({
    ...row,
    expectedMinor: BigInt(row.expectedMinor),
    note: row.note ?? undefined,
    answer: row.answer ?? undefined,
    lines: row.lines.map((line) => ({
      ...line,
      note: line.note ?? undefined,
      condition: line.condition ?? undefined,
    })),
  }));
}
