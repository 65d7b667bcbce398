import type { DataSource, EntityManager } from 'typeorm';

import type { StockMovementKind } from './stock.repository';

/** Units of a variation over all locations. */
export interface StockRow {
  readonly variationId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

export interface LedgerRow {
  readonly kind: StockMovementKind;
  readonly movements: number;
  readonly units: number;
}

/** Reads stock for screens and for other modules. */
export class StockReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** Stock of several variations in one statement, by their ids; those without any are left out. */
  async byVariations(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, StockRow>> {
    const rows = await manager.query<StockRow[]>(
      `SELECT variation_id AS "variationId", on_hand AS "onHand", reserved, available
       FROM variation_stock WHERE variation_id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.variationId, row]));
  }

  /** Movements between two times, summed per kind. */
  ledger(from: Date | undefined, to: Date | undefined): Promise<LedgerRow[]> {
    return this.dataSource.query(
      `SELECT kind, count(*)::int AS movements, sum(units)::int AS units FROM stock_movement
       WHERE occurred_at >= coalesce($1, '-infinity'::timestamptz)
         AND occurred_at < coalesce($2, 'infinity'::timestamptz)
       GROUP BY kind ORDER BY kind`,
      [from ?? null, to ?? null],
    );
  }
}
