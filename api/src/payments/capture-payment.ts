import { money } from '../kernel/money';
import { accepted, refused, type Result } from '../kernel/result';
import { ProviderUnavailable, type RemoteProvider } from './payment-provider';
import type { PaymentRepository } from './persistence/payment.repository';
import type { TakeAnswer } from './take-answer';

/** Takes the money that a card provider has promised for an order. */
export class CapturePayment {
  constructor(
    private readonly providers: ReadonlyMap<string, RemoteProvider>,
    private readonly payments: PaymentRepository,
    private readonly answers: TakeAnswer,
  ) {}

  /** Asks the provider and writes down what it says. No transaction is open meanwhile; a repeat takes nothing twice. */
  async run(orderId: string): Promise<Result<null>> {
    const { payments } = await this.payments.ofOrders([orderId]);
    const remote = payments.filter(({ providerCode }) => this.providers.has(providerCode));
    const payment = remote.find(({ state }) => state === 'AUTHORIZED');
    if (!payment) {
      const isTaken = remote.some(({ capturedMinor }) => capturedMinor > 0n);
      return isTaken ? accepted(null) : nothingPromised();
    }
    try {
      const outcome = await this.providers.get(payment.providerCode)?.capture({
        paymentId: payment.id,
        checkoutId: payment.checkoutId ?? '',
        amount: money(payment.amountMinor, payment.currencyCode),
        reference: payment.reference ?? undefined,
      });
      if (outcome?.kind === 'captured') await this.answers.take(payment, outcome);
      if (outcome?.kind === 'declined') {
        return refused({ code: 'PAYMENT_DECLINED', message: outcome.message });
      }
      return accepted(null);
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error;
      const message = 'The payment provider does not answer. Try again in a moment.';
      return refused({ code: 'PAYMENT_UNAVAILABLE', message });
    }
  }
}

function nothingPromised(): Result<never> {
  const message = 'No card payment waits to be captured for this order.';
  return refused({ code: 'ILLEGAL_TRANSITION', message });
}
