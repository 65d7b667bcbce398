import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import type { Money } from '../../kernel/money';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor, EventLog } from '../../platform/events/event-log';
import type { GiftCardCodes } from '../gift-card-codes';
import type { GiftCardRepository, NewCard } from '../persistence/gift-card.repository';

/** What gift cards write to the event log under. */
export const GIFT_CARD = 'gift-card';

/** A card to be made. */
export interface CardWish {
  readonly amount: Money;
  readonly expiresAt?: Date;
  /** Who is mailed the code; nobody where it is handed over another way. */
  readonly recipientEmail?: string;
  /** What is said to them. */
  readonly message?: string;
  readonly sold?: NewCard['sold'];
}

/** Makes gift cards: the card, the entry that gives it its worth, and the event by which its code is mailed. */
export class IssueGiftCards {
  constructor(
    private readonly cards: GiftCardRepository,
    private readonly codes: GiftCardCodes,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The id of the new card; undefined when the unit that it is sold as has one already. */
  async issue(tx: Transaction, wish: CardWish, actor: Actor): Promise<string | undefined> {
    const { amount, sold, recipientEmail } = wish;
    const id = newId();
    const now = this.clock.now();
    const { hash, last4 } = this.codes.known(this.codes.codeOf(id));
    const isNew = await this.cards.insert(tx, {
      id,
      codeHash: hash,
      last4,
      currencyCode: amount.currencyCode,
      initialMinor: amount.amountMinor,
      expiresAt: wish.expiresAt ?? null,
      recipientEmail: recipientEmail ?? null,
      message: wish.message ?? null,
      createdAt: now,
      sold,
    });
    if (!isNew) return undefined;
    const entry = { giftCardId: id, kind: 'ISSUE', amountMinor: amount.amountMinor } as const;
    await this.cards.record(tx, { ...entry, orderId: sold?.orderId, actor, occurredAt: now });
    await this.events.append(tx, {
      aggregateType: GIFT_CARD,
      aggregateId: id,
      sequence: 1,
      type: 'ISSUED',
      payload: {
        last4,
        email: recipientEmail,
        orderId: sold?.orderId,
        amountMinor: amount.amountMinor.toString(),
        currencyCode: amount.currencyCode,
        message: wish.message,
        expiresAt: wish.expiresAt?.toISOString(),
      },
      actor,
      occurredAt: now,
    });
    return id;
  }
}
