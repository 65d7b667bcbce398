import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';

/** Somebody's last word on mails that no order calls for. */
export interface ConsentDecision {
  /** In its stored form. */
  readonly email: string;
  readonly accepts: boolean;
  readonly source: 'ACCOUNT' | 'CHECKOUT' | 'UNSUBSCRIBE';
  /** The cart at whose checkout it was given. */
  readonly cartId: string | undefined;
}

/** How e-mail addresses are stored: trimmed and in lower case, as customers have them. */
export function storedEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Keeps who agreed to mails that no order calls for, by address: guests agree as well. */
export class ConsentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether addresses have agreed, many in one statement. */
  readonly isGiven: LoaderFactory<string, boolean> = () =>
    new DataLoader(async (emails) => {
      const rows: { email: string }[] = await this.dataSource.query(
        `SELECT email FROM marketing_consent WHERE accepts AND email = ANY($1)`,
        [emails],
      );
      const given = new Set(rows.map(({ email }) => email));
      return emails.map((email) => given.has(email));
    });

  async write(
    tx: Transaction,
    { email, accepts, source, cartId }: ConsentDecision,
    now: Date,
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO marketing_consent (email, accepts, source, cart_id, decided_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (email) DO UPDATE SET accepts = excluded.accepts, source = excluded.source,
         cart_id = coalesce(excluded.cart_id, marketing_consent.cart_id), decided_at = excluded.decided_at`,
      [email, accepts, source, cartId ?? null, now],
    );
  }

  /** Takes back what was agreed to at this cart's checkout; what was agreed to elsewhere stays. */
  async withdrawOfCart(tx: Transaction, cartId: string, now: Date): Promise<void> {
    await tx.manager.query(
      `UPDATE marketing_consent SET accepts = false, decided_at = $2
       WHERE cart_id = $1 AND source = 'CHECKOUT' AND accepts`,
      [cartId, now],
    );
  }
}
