import { createRequire } from 'node:module';

/** The double of the card provider that the API's own tests use, as far as the proofs need it. */
export interface StripeDouble {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecret: string;
  readonly events: readonly { readonly type: string; readonly data: { readonly object: object } }[];
  intentsOf(checkoutId: string): readonly { readonly id: string }[];
  chargesOf(checkoutId: string): readonly object[];
  confirm(intentId: string): void;
  send(shopUrl: string, event: object): Promise<number>;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** Starts a double of the card provider. The API must be built. */
export function startStripeDouble(): Promise<StripeDouble> {
  const built = require('../../api/dist/src/testing/stripe-double.js') as {
    readonly StripeDouble: { start(): Promise<StripeDouble> };
  };
  return built.StripeDouble.start();
}
