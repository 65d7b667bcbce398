import type { ModuleParts, Platform } from '../platform/module';
import { CapturePayment } from './capture-payment';
import { PaymentAlertsResolver } from './graphql/payment-alerts.resolver';
import { ShopPaymentsResolver } from './graphql/payment-methods.resolver';
import { registerWebhook } from './http/webhook-route';
import { AskProviders } from './jobs/ask-providers';
import { HandleProviderEvents } from './jobs/handle-provider-events';
import { PaymentAlerts } from './payment-alerts';
import { PaymentKeeper } from './payment-keeper';
import type { PaymentProvider, RemoteProvider } from './payment-provider';
import { PaymentRepository } from './persistence/payment.repository';
import { ProviderInbox } from './persistence/provider-inbox';
import { RefundRepository } from './persistence/refund.repository';
import { ManualPaymentProvider } from './providers/manual-provider';
import { type StripeAccount, StripeProvider } from './providers/stripe-provider';
import { RefundKeeper } from './refund-keeper';
import { ReturnMoney } from './return-money';
import { SettleRefund } from './settle-refund';
import { TakeAnswer } from './take-answer';

/** What the payments module offers to others. */
export interface PaymentsModule extends ModuleParts {
  readonly payments: PaymentKeeper;
  readonly refunds: RefundKeeper;
  /** Takes the money that was promised for orders. */
  readonly captures: CapturePayment;
  /** Tells what becomes of payments. */
  readonly answers: TakeAnswer;
}

/** Wires the ways to be paid. Cards are offered where the shop has an account for them. */
export function createPaymentsModule(
  { dataSource, transactions, eventLog, clock, log }: Platform,
  { stripe }: { readonly stripe: StripeAccount | undefined },
): PaymentsModule {
  const remote: readonly RemoteProvider[] = stripe ? [new StripeProvider(stripe)] : [];
  const byCode = new Map(remote.map((provider) => [provider.code, provider]));
  const providers: readonly PaymentProvider[] = [...remote, new ManualPaymentProvider()];
  const now = (): Date => clock.now();
  const repository = new PaymentRepository(dataSource);
  const inbox = new ProviderInbox(dataSource, clock);
  const refundRows = new RefundRepository(dataSource, clock);
  const alerts = new PaymentAlerts(dataSource, clock);
  const refunds = new RefundKeeper(repository, (code) => byCode.has(code), clock);
  const returns = new ReturnMoney(repository, refunds, alerts, eventLog, clock);
  const answer = new TakeAnswer(transactions, repository, returns, alerts, now);
  const refund = new SettleRefund(transactions, refundRows, alerts, answer, now);
  const takers = { answer, refund };
  return {
    payments: new PaymentKeeper(providers, repository, refunds, returns, alerts, clock),
    refunds,
    captures: new CapturePayment(byCode, repository, answer),
    answers: answer,
    resolvers: [
      new ShopPaymentsResolver(providers),
      new PaymentAlertsResolver(transactions, alerts),
    ],
    jobs: [
      new HandleProviderEvents(byCode, inbox, repository, takers, { transactions, alerts }, log),
      new AskProviders(byCode, repository, refundRows, takers, clock, log),
    ],
    routes: (app) => {
      for (const provider of remote) registerWebhook(app, provider, inbox);
    },
  };
}
