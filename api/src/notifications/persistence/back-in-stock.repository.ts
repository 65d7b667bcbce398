import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';

/** Somebody who waits for a variation. */
export interface BackInStockRequest {
  readonly id: string;
  readonly variationId: string;
  readonly email: string;
}

/** Keeps who waits for what. */
export class BackInStockRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Remembers a request; a second one for the same changes nothing. */
  async add({ id, variationId, email }: BackInStockRequest, now: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO back_in_stock_request (id, variation_id, email, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (variation_id, email) DO NOTHING`,
      [id, variationId, email, now],
    );
  }

  /** Ends requests for what can be bought now, and returns them; each is given to one process only. */
  async takeFulfilled(tx: Transaction, limit: number): Promise<BackInStockRequest[]> {
    const [rows] = await tx.manager.query<[BackInStockRequest[], number]>(
      `DELETE FROM back_in_stock_request r USING (
         SELECT w.id FROM back_in_stock_request w
         WHERE EXISTS (SELECT 1 FROM stock_level l WHERE l.variation_id = w.variation_id AND l.on_hand > l.reserved)
         ORDER BY w.id LIMIT $1 FOR UPDATE SKIP LOCKED
       ) back WHERE r.id = back.id
       RETURNING r.id, r.variation_id AS "variationId", r.email`,
      [limit],
    );
    return rows;
  }

  /** Ends everything that an address waits for. */
  async removeAllOf(tx: Transaction, email: string): Promise<void> {
    await tx.manager.query(`DELETE FROM back_in_stock_request WHERE email = $1`, [email]);
  }
}
