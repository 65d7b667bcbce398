import type { Logger } from 'pino';

import { money } from '../../kernel/money';
import { accepted } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { hook } from '../../platform/hooks';
import type { TimedJob } from '../../platform/module';
import type { AlertKind, PaymentAlerts } from '../payment-alerts';
import {
  PaymentMismatch,
  type ProviderNews,
  ProviderUnavailable,
  type RemoteProvider,
} from '../payment-provider';
import type { PaymentEntity } from '../persistence/payment.entity';
import type { PaymentRepository } from '../persistence/payment.repository';
import type { ProviderInbox, ReceivedMessage } from '../persistence/provider-inbox';
import type { SettleRefund } from '../settle-refund';
import type { TakeAnswer } from '../take-answer';

const BATCH = 20;
/** A message whose work fails again and again is tried at most this seldom. */
const LONGEST_PAUSE_SECONDS = 600;

type PaymentNews = Extract<ProviderNews, { kind: 'payment' }>;
type RefundNews = Extract<ProviderNews, { kind: 'refund' }>;

/** Does the work of the messages that providers have sent. */
export class HandleProviderEvents implements TimedJob {
  readonly name = 'handle-provider-events';
  readonly intervalSeconds = 1;

  constructor(
    private readonly providers: ReadonlyMap<string, RemoteProvider>,
    private readonly inbox: ProviderInbox,
    private readonly payments: PaymentRepository,
    private readonly takers: { readonly answer: TakeAnswer; readonly refund: SettleRefund },
    private readonly alarm: {
      readonly transactions: TransactionRunner;
      readonly alerts: PaymentAlerts;
    },
    private readonly log: Logger,
  ) {}

  readonly run = async (): Promise<void> => {
    for (;;) {
      const messages = await this.inbox.take(BATCH);
      for (const message of messages) await this.work(message);
      if (messages.length < BATCH) return;
    }
  };

  private async work(message: ReceivedMessage): Promise<void> {
    const provider = this.providers.get(message.providerCode);
    if (!provider) return this.inbox.finish(message, 'IGNORED', 'The provider is not installed.');
    try {
      const news = provider.read(message);
      if (news.kind === 'payment') await this.ofPayment(message, provider, news);
      else if (news.kind === 'refund') await this.ofRefund(message, provider, news);
      else await this.inbox.finish(message, 'IGNORED', 'It is of no concern.');
    } catch (error) {
      const pause = Math.min(2 ** message.attempts, LONGEST_PAUSE_SECONDS);
      await this.inbox.putOff(message, pause);
      if (error instanceof ProviderUnavailable) return;
      const about = { err: error, event: message.id, attempts: message.attempts };
      this.log.error(about, 'a message of a payment provider could not be worked on');
    }
  }

  private async ofPayment(
    message: ReceivedMessage,
    provider: RemoteProvider,
    { reference, paymentId, amount }: PaymentNews,
  ): Promise<void> {
    const payment = await this.find(provider, reference, paymentId);
    if (!payment && !paymentId) {
      return this.inbox.finish(message, 'IGNORED', 'The payment is not one of this shop.');
    }
    if (!payment) {
      return this.hold(
        message,
        'UNKNOWN_PAYMENT',
        `${reference} names a payment that is not its own.`,
      );
    }
    const asked = money(payment.amountMinor, payment.currencyCode);
    const isRight =
      asked.amountMinor === amount.amountMinor && asked.currencyCode === amount.currencyCode;
    if (!isRight) {
      const text = `${reference} is about ${amount.amountMinor} ${amount.currencyCode} in minor units.`;
      return this.hold(message, 'WRONG_AMOUNT', text, payment);
    }
    const request = { paymentId: payment.id, checkoutId: payment.checkoutId ?? '', amount: asked };
    try {
      // What the message says may be overtaken; what the provider says now is not.
      await this.takers.answer.take(payment, await provider.authorize({ ...request, reference }));
    } catch (error) {
      if (!(error instanceof PaymentMismatch)) throw error;
      return this.hold(message, 'WRONG_AMOUNT', error.message, payment);
    }
    await hook('webhook:handled');
    await this.inbox.finish(message, 'DONE');
  }

  private async find(
    provider: RemoteProvider,
    reference: string,
    paymentId: string | undefined,
  ): Promise<PaymentEntity | undefined> {
    const known = await this.payments.byReference(provider.code, reference);
    if (known) return !paymentId || known.id === paymentId ? known : undefined;
    const named = paymentId ? await this.payments.find(paymentId) : null;
    const isItsOwn = named?.providerCode === provider.code && named.reference === null;
    return isItsOwn ? named : undefined;
  }

  private async ofRefund(
    message: ReceivedMessage,
    provider: RemoteProvider,
    { refundId, paymentReference, outcome }: RefundNews,
  ): Promise<void> {
    const isOurs = refundId ? await this.takers.refund.take(refundId, outcome) : false;
    if (isOurs) {
      await hook('webhook:handled');
      return this.inbox.finish(message, 'DONE');
    }
    const payment = paymentReference
      ? await this.payments.byReference(provider.code, paymentReference)
      : null;
    if (!payment) return this.inbox.finish(message, 'IGNORED', 'It is not of this shop.');
    const text = 'Money was given back at the card provider itself, and not by this shop.';
    return this.hold(message, 'FOREIGN_REFUND', text, payment);
  }

  /** Leaves a message for a person to look at. */
  private async hold(
    message: ReceivedMessage,
    kind: AlertKind,
    text: string,
    payment?: PaymentEntity,
  ): Promise<void> {
    this.log.error({ event: message.id, kind }, text);
    await this.alarm.transactions.run(async (tx) => {
      await this.alarm.alerts.raise(tx, { kind, payment, message: text });
      await this.inbox.finish(message, 'HELD', text, tx);
      return accepted(null);
    });
  }
}
