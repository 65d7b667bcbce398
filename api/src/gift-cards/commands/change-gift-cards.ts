import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { fromDecimal } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Actor, EventLog } from '../../platform/events/event-log';
import {
  expectedVersionInput,
  idempotencyKeyInput,
  idInput,
  optionalText,
} from '../../platform/graphql/input-schemas';
import { canMove } from '../domain/gift-card';
import type { GiftCardRecord, GiftCardRepository } from '../persistence/gift-card.repository';
import { GIFT_CARD, type IssueGiftCards } from './issue-gift-cards';

const reason = z.string().trim().min(1, 'Give a reason.').max(500);

export const giftCardIssueInput = z.object({
  amount: z.object({ amount: z.string(), currencyCode: z.string() }),
  expiresAt: z.date().nullish(),
  recipientEmail: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email('Enter an e-mail address like name@example.com.'))
    .nullish(),
  message: optionalText(1_000),
  idempotencyKey: idempotencyKeyInput,
});
export const giftCardDisableInput = z.object({
  giftCardId: idInput,
  reason,
  expectedVersion: expectedVersionInput,
});
export const giftCardAdjustInput = z.object({
  giftCardId: idInput,
  amount: z.string(),
  reason,
  expectedVersion: expectedVersionInput,
  idempotencyKey: idempotencyKeyInput,
});

/** Who asks, and how their keys are told from those of others. */
export interface StaffOrigin {
  readonly actor: Actor;
  readonly requestId: string;
}

/** What staff do to gift cards. */
export class ChangeGiftCards {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly cards: GiftCardRepository,
    private readonly maker: IssueGiftCards,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a card; returns its id. The same key again gives the same card. */
  issue(
    { idempotencyKey, ...input }: z.output<typeof giftCardIssueInput>,
    { actor }: StaffOrigin,
  ): Promise<Result<string>> {
    const { expiresAt, recipientEmail, message } = input;
    const amount = fromDecimal(input.amount.amount, input.amount.currencyCode);
    if (!amount || amount.amountMinor <= 0n) {
      return Promise.resolve(invalid('Give an amount above zero.', 'amount', 'amount'));
    }
    if (expiresAt && expiresAt <= this.clock.now()) {
      return Promise.resolve(invalid('A card expires in the future.', 'expiresAt'));
    }
    const claim = claimOf('giftCardIssue', actor, idempotencyKey, input);
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        const wish = {
          amount,
          expiresAt: expiresAt ?? undefined,
          recipientEmail: recipientEmail ?? undefined,
          message,
        };
        const id = await this.maker.issue(tx, wish, actor);
        if (id === undefined) throw new Error('A card that is not sold cannot exist already.');
        return accepted(id);
      }),
    );
  }

  /** Disables a card for good; one that is disabled already stays as it is. */
  disable(
    { giftCardId, reason: why, expectedVersion }: z.output<typeof giftCardDisableInput>,
    origin: StaffOrigin,
  ): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const found = await this.find(tx, giftCardId, expectedVersion);
      if (!found.ok) return found;
      if (found.value.disabledAt) return accepted(giftCardId);
      await this.cards.touch(tx, giftCardId, this.clock.now());
      await this.tell(tx, found.value, 'DISABLED', { reason: why }, origin);
      return accepted(giftCardId);
    });
  }

  /** Moves a card's balance by an amount, up or down, for a reason. */
  adjust(
    { idempotencyKey, ...input }: z.output<typeof giftCardAdjustInput>,
    origin: StaffOrigin,
  ): Promise<Result<string>> {
    const { giftCardId, reason: why, expectedVersion } = input;
    const claim = claimOf('giftCardAdjust', origin.actor, idempotencyKey, input);
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        const found = await this.find(tx, giftCardId, expectedVersion);
        if (!found.ok) return found;
        const card = found.value;
        const amount = fromDecimal(input.amount, card.currencyCode);
        if (!amount || amount.amountMinor === 0n) {
          return invalid(`Give an amount of ${card.currencyCode} other than zero.`, 'amount');
        }
        const { amountMinor } = amount;
        if (!canMove(card, amountMinor)) {
          return invalid('The card does not have so much that checkouts do not hold.', 'amount');
        }
        const { actor } = origin;
        const occurredAt = this.clock.now();
        const entry = { giftCardId, kind: 'ADJUST', amountMinor, reason: why } as const;
        await this.cards.record(tx, { ...entry, actor, occurredAt });
        await this.cards.touch(tx, giftCardId);
        const payload = { amountMinor: amountMinor.toString(), reason: why };
        await this.tell(tx, card, 'ADJUSTED', payload, origin);
        return accepted(giftCardId);
      }),
    );
  }

  private async find(
    tx: Transaction,
    id: string,
    expectedVersion: number | undefined,
  ): Promise<Result<GiftCardRecord>> {
    const [card] = await this.cards.lock(tx, [id]);
    if (!card) {
      const message = 'There is no such gift card.';
      return refused({ code: 'NOT_FOUND', message, path: ['giftCardId'] });
    }
    if (expectedVersion === undefined || expectedVersion === card.version) return accepted(card);
    return refused({
      code: 'VERSION_CONFLICT',
      message: 'The gift card was changed meanwhile.',
      path: ['expectedVersion'],
      currentVersion: card.version,
    });
  }

  private async tell(
    tx: Transaction,
    { id, version, last4 }: GiftCardRecord,
    type: 'DISABLED' | 'ADJUSTED',
    payload: Record<string, unknown>,
    { actor, requestId }: StaffOrigin,
  ): Promise<void> {
    await this.events.append(tx, {
      aggregateType: GIFT_CARD,
      aggregateId: id,
      sequence: version + 1,
      type,
      payload: { last4, ...payload },
      actor,
      requestId,
      occurredAt: this.clock.now(),
    });
  }
}

function claimOf(operation: string, actor: Actor, key: string, input: unknown) {
  return { operation, owner: actor.id ?? actor.kind, key, input };
}

function invalid(message: string, ...path: string[]): Result<never> {
  return refused({ code: 'INVALID_INPUT', message, path });
}
