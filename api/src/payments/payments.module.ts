import type { ModuleParts, Platform } from '../platform/module';
import { ShopPaymentsResolver } from './graphql/payment-methods.resolver';
import { PaymentKeeper } from './payment-keeper';
import { ManualPaymentProvider } from './providers/manual-provider';

/** Wires the ways to be paid. */
export function createPaymentsModule(
  platform: Platform,
): ModuleParts & { readonly payments: PaymentKeeper } {
  const providers = [new ManualPaymentProvider()];
  return {
    resolvers: [new ShopPaymentsResolver(providers)],
    payments: new PaymentKeeper(providers, platform.clock),
  };
}
