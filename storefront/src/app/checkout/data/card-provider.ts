import { InjectionToken } from '@angular/core';
import type { Stripe } from '@stripe/stripe-js';

/** Brings the card provider's script into the page; null where it cannot run. */
export type LoadCardProvider = (publishableKey: string) => Promise<Stripe | null>;

/** The card provider. Nothing of it is fetched before a shopper pays by card. */
export const CARD_PROVIDER = new InjectionToken<LoadCardProvider>('card provider', {
  factory: () => async (publishableKey) => {
    const { loadStripe } = await import('@stripe/stripe-js/pure');
    return loadStripe(publishableKey);
  },
});
