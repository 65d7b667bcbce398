import type { GiftCardEntry, GiftCardRecord } from './gift-card.repository';

/** A row as the driver gives it: bigints are texts. */
export type CardRow = Omit<GiftCardRecord, 'initialMinor' | 'balanceMinor' | 'heldMinor'> & {
  readonly initialMinor: string;
  readonly balanceMinor: string;
  readonly heldMinor: string;
};
export type EntryRow = Omit<GiftCardEntry, 'amountMinor'> & { readonly amountMinor: string };

export const CARD = `c.id, c.version, c.last4, c.currency_code AS "currencyCode",
  c.initial_minor::text AS "initialMinor", c.balance_minor::text AS "balanceMinor",
  c.held_minor::text AS "heldMinor", c.expires_at AS "expiresAt", c.disabled_at AS "disabledAt",
  c.recipient_email AS "recipientEmail", c.message, c.order_id AS "orderId", c.created_at AS "createdAt"`;
export const ENTRY = `e.id, e.gift_card_id AS "giftCardId", e.kind, e.amount_minor::text AS "amountMinor",
  e.order_id AS "orderId", e.reason, e.actor, e.occurred_at AS "occurredAt"`;

export function toCard(row: CardRow): GiftCardRecord {
  return {
    ...row,
    initialMinor: BigInt(row.initialMinor),
    balanceMinor: BigInt(row.balanceMinor),
    heldMinor: BigInt(row.heldMinor),
  };
}

export function toEntry(row: EntryRow): GiftCardEntry {
  return { ...row, amountMinor: BigInt(row.amountMinor) };
}
