import type { EntityManager } from 'typeorm';

import type { CheckoutGiftCards, GiftCardState } from '../checkout';
import { unusableCard } from '../checkout';
import type { Clock } from '../kernel/clock';
import { accepted, type Refusal, type Result } from '../kernel/result';
import type { CodeGuard } from './code-guard';
import { availableMinor, problemOf } from './domain/gift-card';
import type { GiftCardCodes } from './gift-card-codes';
import type { GiftCardRecord, GiftCardRepository } from './persistence/gift-card.repository';

/** Finds cards by their codes, and says what they can pay. */
export class GiftCardPayments implements CheckoutGiftCards {
  constructor(
    private readonly cards: GiftCardRepository,
    private readonly codes: GiftCardCodes,
    private readonly guard: CodeGuard,
    private readonly clock: Clock,
  ) {}

  /** The cards with these codes, in their order. Each unknown code counts against the network that tried it. */
  async find(
    typed: readonly string[],
    clientAddress: string,
  ): Promise<readonly (GiftCardRecord | undefined)[]> {
    await this.guard.assertOpen(clientAddress);
    const hashes = typed.map((code) => this.codes.read(code));
    const known = await this.cards.byCodes(hashes.filter((hash) => hash !== undefined));
    const cards = hashes.map((hash) => hash && known.get(hash.toString('hex')));
    for (const card of cards) if (!card) await this.guard.countUnknown(clientAddress);
    return cards;
  }

  async redeem(
    codes: readonly string[],
    currencyCode: string,
    clientAddress: string,
  ): Promise<Result<readonly { readonly id: string; readonly last4: string }[]>> {
    const refusals: Refusal[] = [];
    const found: GiftCardRecord[] = [];
    for (const [index, card] of (await this.find(codes, clientAddress)).entries()) {
      const problem = card ? problemOf(card, currencyCode, this.clock.now()) : 'UNKNOWN';
      if (problem) refusals.push(unusableCard(problem, card?.last4, ['codes', String(index)]));
      else if (card) found.push(card);
    }
    if (refusals.length > 0) return { ok: false, refusals };
    return accepted(found.map(({ id, last4 }) => ({ id, last4 })));
  }

  async states(
    ids: readonly string[],
    currencyCode: string,
    manager?: EntityManager,
  ): Promise<readonly GiftCardState[]> {
    const cards = await this.cards.byIds(ids, manager);
    const byId = new Map(cards.map((card) => [card.id, card]));
    const now = this.clock.now();
    return ids.flatMap((id): GiftCardState[] => {
      const card = byId.get(id);
      if (!card) return [];
      const { last4 } = card;
      const problem = problemOf(card, currencyCode, now);
      return [{ id, last4, availableMinor: availableMinor(card), problem }];
    });
  }
}
