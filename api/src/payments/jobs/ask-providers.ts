import type { Logger } from 'pino';

import type { Clock } from '../../kernel/clock';
import { money } from '../../kernel/money';
import type { TimedJob } from '../../platform/module';
import { PaymentMismatch, ProviderUnavailable, type RemoteProvider } from '../payment-provider';
import type { PaymentRepository } from '../persistence/payment.repository';
import type { RefundRepository } from '../persistence/refund.repository';
import type { SettleRefund } from '../settle-refund';
import type { TakeAnswer } from '../take-answer';

const BATCH = 20;

/** Asks providers for what was decided and written down: refunds, and payments that nobody wants any more. */
export class AskProviders implements TimedJob {
  readonly name = 'ask-payment-providers';
  readonly intervalSeconds = 1;

  constructor(
    private readonly providers: ReadonlyMap<string, RemoteProvider>,
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundRepository,
    private readonly takers: { readonly answer: TakeAnswer; readonly refund: SettleRefund },
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  readonly run = async (): Promise<void> => {
    await this.cancel();
    await this.refund();
  };

  private async cancel(): Promise<void> {
    for (const payment of await this.payments.takeToCancel(this.clock.now(), BATCH)) {
      const { id, checkoutId, amountMinor, currencyCode, reference } = payment;
      const provider = this.providers.get(payment.providerCode);
      await this.quietly({ payment: id }, async () => {
        const outcome = await provider
          ?.cancel({
            paymentId: id,
            checkoutId: checkoutId ?? '',
            amount: money(amountMinor, currencyCode),
            reference: reference ?? undefined,
          })
          .catch((error: unknown) => this.leave(id, error));
        const isGone = outcome?.kind === 'declined';
        if (isGone) await this.payments.cancelled(id, outcome.reference);
        else if (outcome) await this.takers.answer.take(payment, outcome);
      });
    }
  }

  /** What was taken is not what was asked for: a person looks at it, and asking on would not help. */
  private async leave(id: string, error: unknown): Promise<undefined> {
    if (!(error instanceof PaymentMismatch)) throw error;
    this.log.error(
      { err: error, payment: id },
      'a payment that nobody wants is not what was asked',
    );
    await this.payments.cancelled(id, undefined);
  }

  private async refund(): Promise<void> {
    for (const { providerCode, ...refund } of await this.refunds.takeDue(BATCH)) {
      const provider = this.providers.get(providerCode);
      await this.quietly({ refund: refund.id }, async () => {
        if (provider) await this.takers.refund.take(refund.id, await provider.refund(refund));
      });
    }
  }

  /** One that fails is tried again later and does not hold up the others. */
  private async quietly(about: object, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof ProviderUnavailable) return;
      this.log.error({ err: error, ...about }, 'a payment provider could not be asked');
    }
  }
}
