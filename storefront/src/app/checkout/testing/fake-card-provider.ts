import type { Stripe } from '@stripe/stripe-js';

import type { LoadCardProvider } from '../data/card-provider';

/** What the provider answers to a confirmation. */
export interface FakeRefusal {
  readonly type: string;
  readonly message?: string;
}

/** The card provider without a network: a form that is ready at once, and answers that the test decides. */
export class FakeCardProvider {
  readonly keys: string[] = [];
  readonly returnUrls: string[] = [];
  /** Why the next confirmation fails; nothing when it succeeds. */
  refusal: FakeRefusal | undefined;
  /** Whether the script can be fetched. */
  isReachable = true;

  readonly load: LoadCardProvider = (publishableKey) => {
    this.keys.push(publishableKey);
    if (!this.isReachable) return Promise.reject(new Error('Failed to load the script.'));
    const fake = {
      elements: () => ({ create: () => this.element() }),
      confirmPayment: ({ confirmParams }: { confirmParams: { return_url: string } }) => {
        this.returnUrls.push(confirmParams.return_url);
        return Promise.resolve(this.refusal ? { error: this.refusal } : { paymentIntent: {} });
      },
    };
    return Promise.resolve(fake as unknown as Stripe);
  };

  private element() {
    let onReady: () => void = () => undefined;
    return {
      on: (event: string, handler: () => void) => {
        if (event === 'ready') onReady = handler;
      },
      mount: (place: HTMLElement) => {
        place.textContent = 'Card number';
        onReady();
      },
      destroy: () => undefined,
    };
  }
}
