import type { DataSource, EntityManager } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';

/** Customers who are treated alike, such as trade. */
export interface CustomerGroupRecord {
  readonly code: string;
  readonly name: string;
  readonly memberCount: number;
}

/** Reads and writes groups of customers. A customer is in one group at most. */
export class CustomerGroupRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All groups with the number of their members, by code. */
  list(): Promise<CustomerGroupRecord[]> {
    return this.dataSource.query(
      `SELECT g.code, g.name,
         (SELECT count(*)::int FROM customer c WHERE c.group_code = g.code) AS "memberCount"
       FROM customer_group g ORDER BY g.code`,
    );
  }

  /** Whether there is such a group; it stays until the transaction ends. */
  async exists(tx: Transaction, code: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `SELECT 1 FROM customer_group WHERE code = $1 FOR KEY SHARE`,
      [code],
    );
    return rows.length > 0;
  }

  /** The group that a customer is in, if any. */
  async groupOf(manager: EntityManager, customerId: string): Promise<string | undefined> {
    const rows: { code: string | null }[] = await manager.query(
      `SELECT group_code AS code FROM customer WHERE id = $1`,
      [customerId],
    );
    return rows[0]?.code ?? undefined;
  }

  /** Makes or renames a group. */
  async put(tx: Transaction, code: string, name: string): Promise<void> {
    await tx.manager.query(
      `INSERT INTO customer_group (code, name) VALUES ($1, $2)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name`,
      [code, name],
    );
  }

  /** Puts customers into a group, or into none; returns the addresses that have no account. */
  async assign(
    tx: Transaction,
    emails: readonly string[],
    code: string | null,
  ): Promise<readonly string[]> {
    const [rows] = await tx.manager.query<[{ email: string }[], number]>(
      `UPDATE customer SET group_code = $2 WHERE email = ANY($1) RETURNING email`,
      [emails, code],
    );
    const found = new Set(rows.map(({ email }) => email));
    return emails.filter((email) => !found.has(email));
  }
}
