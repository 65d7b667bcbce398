import type { CheckoutUpdateInput } from '#shared/graphql/types.generated';
import { addressInputOf } from './checkout-forms';
import type { CheckoutViewFragment } from './checkout-fragments.generated';

/** What the shopper has told a checkout so far. */
export type Answers = Omit<CheckoutUpdateInput, 'checkoutId' | 'expectedVersion'>;

/** The answers of one checkout, ready to be given to another. */
export function answersOf({
  email,
  shippingAddress,
  shippingMethod,
}: CheckoutViewFragment): Answers {
  return {
    ...(email ? { email } : {}),
    ...(shippingAddress ? { shippingAddress: addressInputOf(shippingAddress) } : {}),
    ...(shippingMethod ? { shippingMethodCode: shippingMethod.code } : {}),
  };
}
