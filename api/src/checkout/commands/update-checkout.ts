import { z } from 'zod';

import type { Result } from '../../kernel/result';
import type { CheckoutCaller } from '../checkout-access';
import type { CheckoutState } from '../checkout-reader';
import { type EnterDetails, updateCheckoutInput as detailsInput } from './enter-details';

export const updateCheckoutInput = detailsInput.extend({ acceptsMarketing: z.boolean().nullish() });

/** Takes down what shoppers say about mails that no order calls for. */
export interface MarketingAnswers {
  atCheckout(cartId: string, email: string, accepts: boolean): Promise<void>;
}

/** Writes what the shopper enters, and passes on what does not belong to the checkout itself. */
export class UpdateCheckout {
  constructor(
    private readonly details: EnterDetails,
    private readonly marketing: MarketingAnswers,
  ) {}

  async run(
    { acceptsMarketing, ...input }: z.output<typeof updateCheckoutInput>,
    caller: CheckoutCaller,
  ): Promise<Result<CheckoutState>> {
    const updated = await this.details.run(input, caller);
    if (!updated.ok || typeof acceptsMarketing !== 'boolean') return updated;
    const { cartId, email } = updated.value.checkout;
    if (email) await this.marketing.atCheckout(cartId, email, acceptsMarketing);
    return updated;
  }
}
