import type { ModuleParts, Platform } from '../platform/module';
import { ShopPaymentsResolver } from './graphql/payment-methods.resolver';
import { PaymentKeeper } from './payment-keeper';
import type { PaymentProvider } from './payment-provider';
import { PaymentRepository } from './persistence/payment.repository';
import { ManualPaymentProvider } from './providers/manual-provider';
import { RefundKeeper } from './refund-keeper';

/** Wires the ways to be paid. */
export function createPaymentsModule({ dataSource, clock }: Platform): ModuleParts & {
  readonly payments: PaymentKeeper;
  readonly refunds: RefundKeeper;
} {
  const providers: readonly PaymentProvider[] = [new ManualPaymentProvider()];
  const repository = new PaymentRepository(dataSource);
  const isRemote = (code: string): boolean =>
    providers.find((provider) => provider.code === code)?.answersAtOnce === false;
  const refunds = new RefundKeeper(repository, isRemote, clock);
  return {
    resolvers: [new ShopPaymentsResolver(providers)],
    payments: new PaymentKeeper(providers, repository, refunds, clock),
    refunds,
  };
}
