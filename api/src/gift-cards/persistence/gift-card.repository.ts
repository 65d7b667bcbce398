import type { DataSource, EntityManager } from 'typeorm';

import { newId } from '../../kernel/ids';
import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { GiftCardTerms } from '../domain/gift-card';
import { CARD, type CardRow, ENTRY, type EntryRow, toCard, toEntry } from './gift-card.rows';

/** A gift card; its code is known to nobody but who was given it. */
export interface GiftCardRecord extends GiftCardTerms {
  readonly id: string;
  /** Counts what staff did to it, from 1; its events are numbered by it. */
  readonly version: number;
  readonly last4: string;
  readonly initialMinor: bigint;
  readonly recipientEmail: string | null;
  readonly message: string | null;
  /** The order in which it was sold. */
  readonly orderId: string | null;
  readonly createdAt: Date;
}

export type GiftCardEntryKind = 'ISSUE' | 'USE' | 'REFUND' | 'ADJUST' | 'TAKEN_BACK';

/** A movement of a card's balance. */
export interface GiftCardEntry {
  readonly id: string;
  readonly giftCardId: string;
  readonly kind: GiftCardEntryKind;
  readonly amountMinor: bigint;
  readonly orderId: string | null;
  readonly reason: string | null;
  readonly actor: Actor;
  readonly occurredAt: Date;
}

/** A movement to be written. */
export type NewEntry = Pick<GiftCardEntry, 'giftCardId' | 'kind' | 'amountMinor' | 'actor'> &
  Partial<Pick<GiftCardEntry, 'orderId' | 'reason'>> & {
    readonly refundId?: string;
    readonly occurredAt: Date;
  };

/** A card to be written, with the unit of an order's line that it was sold as, if it was. */
export type NewCard = Pick<
  GiftCardRecord,
  | 'id'
  | 'last4'
  | 'currencyCode'
  | 'initialMinor'
  | 'expiresAt'
  | 'recipientEmail'
  | 'message'
  | 'createdAt'
> & {
  readonly codeHash: Buffer;
  readonly sold?: { readonly orderId: string; readonly lineId: string; readonly unit: number };
};

/** What a list of cards is narrowed to: the last characters of a code, or part of an e-mail address. */
export interface GiftCardFilter {
  readonly query?: string;
}

const FILTER = `($1::text IS NULL OR c.last4 = upper(right($1, 4)) OR strpos(lower(c.recipient_email), lower($1)) > 0)`;

/** Reads and writes gift cards and their ledger. Rows of several cards are locked in the order of their ids. */
export class GiftCardRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, newest first. */
  async page({ query }: GiftCardFilter, request: PageRequest): Promise<Page<GiftCardRecord>> {
    const forward = request.direction === 'forward';
    const rows: CardRow[] = await this.dataSource.query(
      `SELECT ${CARD} FROM gift_card c
       WHERE ${FILTER} AND ($2::uuid IS NULL OR c.id ${forward ? '<' : '>'} $2::uuid)
       ORDER BY c.id ${forward ? 'DESC' : 'ASC'} LIMIT $3`,
      [query ?? null, request.position?.[0] ?? null, request.limit + 1],
    );
    return toPage(rows.map(toCard), request, ({ id }) => [id]);
  }

  /** How many cards a filter lets through. */
  async count({ query }: GiftCardFilter): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM gift_card c WHERE ${FILTER}`,
      [query ?? null],
    );
    return rows[0]?.count ?? 0;
  }

  /** Several cards in one statement. */
  async byIds(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<GiftCardRecord[]> {
    const rows: CardRow[] = await manager.query(
      `SELECT ${CARD} FROM gift_card c WHERE c.id = ANY($1)`,
      [ids],
    );
    return rows.map(toCard);
  }

  /** The cards with these codes, by the hexadecimal form of their hashes, in one statement. */
  async byCodes(hashes: readonly Buffer[]): Promise<ReadonlyMap<string, GiftCardRecord>> {
    const rows: (CardRow & { code: string })[] = await this.dataSource.query(
      `SELECT ${CARD}, encode(c.code_hash, 'hex') AS code FROM gift_card c WHERE c.code_hash = ANY($1::bytea[])`,
      [hashes.map((hash) => `\\x${hash.toString('hex')}`)],
    );
    return new Map(rows.map(({ code, ...row }) => [code, toCard(row)]));
  }

  /** Several cards, locked until the transaction ends. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<GiftCardRecord[]> {
    const rows: CardRow[] = await tx.manager.query(
      `SELECT ${CARD} FROM gift_card c WHERE c.id = ANY($1) ORDER BY c.id FOR UPDATE`,
      [ids],
    );
    return rows.map(toCard);
  }

  /** The movements of several cards in one statement, oldest first. */
  async entriesOf(ids: readonly string[]): Promise<GiftCardEntry[]> {
    const rows: EntryRow[] = await this.dataSource.query(
      `SELECT ${ENTRY} FROM gift_card_entry e WHERE e.gift_card_id = ANY($1) ORDER BY e.id`,
      [ids],
    );
    return rows.map(toEntry);
  }

  /** Writes a card of no worth yet; false when the unit that it is sold as has one already. */
  async insert(tx: Transaction, card: NewCard): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `INSERT INTO gift_card (id, version, code_hash, last4, currency_code, initial_minor, expires_at,
         recipient_email, message, order_id, order_line_id, unit, created_at)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (order_line_id, unit) DO NOTHING RETURNING id`,
      [
        card.id,
        card.codeHash,
        card.last4,
        card.currencyCode,
        card.initialMinor.toString(),
        card.expiresAt,
        card.recipientEmail,
        card.message,
        card.sold?.orderId ?? null,
        card.sold?.lineId ?? null,
        card.sold?.unit ?? null,
        card.createdAt,
      ],
    );
    return rows.length > 0;
  }

  /** Writes a movement; the database moves the balance by it. */
  async record(tx: Transaction, entry: NewEntry): Promise<void> {
    await tx.manager.query(
      `INSERT INTO gift_card_entry (id, gift_card_id, kind, amount_minor, order_id, refund_id, reason,
         actor, occurred_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (gift_card_id, refund_id) WHERE refund_id IS NOT NULL DO NOTHING`,
      [
        newId(),
        entry.giftCardId,
        entry.kind,
        entry.amountMinor.toString(),
        entry.orderId ?? null,
        entry.refundId ?? null,
        entry.reason ?? null,
        JSON.stringify(entry.actor),
        entry.occurredAt,
      ],
    );
  }

  /** Counts a change of a locked card, and disables it from a time on where one is given. */
  async touch(tx: Transaction, id: string, disabledAt: Date | null = null): Promise<void> {
    await tx.manager.query(
      `UPDATE gift_card SET version = version + 1, disabled_at = coalesce(disabled_at, $2) WHERE id = $1`,
      [id, disabledAt],
    );
  }
}
