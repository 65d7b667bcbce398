import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { EndedSubscription, MailLinks } from '../mail-links';
import type { BackInStockRepository } from '../persistence/back-in-stock.repository';
import { type ConsentRepository, storedEmail } from '../persistence/consent.repository';

export const consentInput = z.object({ accepts: z.boolean() });
export const unsubscribeInput = z.object({ token: z.string().min(1).max(1_000) });

/** Takes down who wants which mails. */
export class DecideSubscriptions {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly consents: ConsentRepository,
    private readonly requests: BackInStockRepository,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  /** A customer's own word. */
  ofCustomer(email: string, accepts: boolean): Promise<Result<null>> {
    return this.transactions.run(async (tx) => {
      const decision = { email: storedEmail(email), accepts, source: 'ACCOUNT' as const };
      await this.consents.write(tx, { ...decision, cartId: undefined }, this.clock.now());
      return accepted(null);
    });
  }

  /**
   * What was ticked at a checkout. Whoever leaves it unticked says nothing about what the address agreed to elsewhere:
   * anybody can type an address.
   */
  async atCheckout(cartId: string, email: string, accepts: boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const decision = { email: storedEmail(email), accepts, source: 'CHECKOUT' as const, cartId };
      await (accepts
        ? this.consents.write(tx, decision, now)
        : this.consents.withdrawOfCart(tx, cartId, now));
      return accepted(null);
    });
  }

  /** Takes an address off the list that the token of a mail's link names. */
  unsubscribe(token: string): Promise<Result<EndedSubscription>> {
    return this.transactions.run(async (tx) => {
      const meant = this.links.readUnsubscribe(token);
      if (!meant) {
        const message = 'This link is not complete. Please open it from the mail again.';
        return refused({ code: 'NOT_FOUND', message, path: ['token'] });
      }
      const { from, email } = meant;
      const decision = { email, accepts: false, source: 'UNSUBSCRIBE', cartId: undefined } as const;
      await (from === 'MARKETING'
        ? this.consents.write(tx, decision, this.clock.now())
        : this.requests.removeAllOf(tx, email));
      return accepted(meant);
    });
  }
}
