import type { Refusal } from '../../kernel/result';

/** What must be known before a checkout can be locked. */
export interface CheckoutDetails {
  readonly email: string | null;
  readonly shippingAddress: unknown;
  readonly shippingMethodCode: string | null;
}

/** Names everything that is missing, so that a shopper is asked once. */
export function missingDetails(
  details: CheckoutDetails,
  { isDelivered }: { readonly isDelivered: boolean },
): readonly Refusal[] {
  const missing = (path: string, message: string): Refusal => ({
    code: 'CHECKOUT_INCOMPLETE',
    message,
    path: [path],
  });
  return [
    ...(details.email ? [] : [missing('email', 'An e-mail address is missing.')]),
    ...(details.shippingAddress ? [] : [missing('shippingAddress', 'An address is missing.')]),
    ...(details.shippingMethodCode || !isDelivered
      ? []
      : [missing('shippingMethodCode', 'A way of delivery is missing.')]),
  ];
}
