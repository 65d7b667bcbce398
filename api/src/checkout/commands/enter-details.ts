import { z } from 'zod';

import type { CartReader } from '../../cart';
import type { Clock } from '../../kernel/clock';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import type { PricingReader } from '../../pricing';
import {
  addressInput,
  deliveredCountries,
  type DeliveryOffer,
  offersFor,
  type ShippingBook,
  type ShippingReader,
} from '../../shipping';
import { type CheckoutCaller, termsOf } from '../checkout-access';
import type { CheckoutState } from '../checkout-reader';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutChanges, CheckoutRepository } from '../persistence/checkout.repository';
import { quoteNow } from '../quote';
import type { EditCheckout } from './edit-checkout';

export const updateCheckoutInput = z.object({
  checkoutId: idInput,
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email('Enter an e-mail address like name@example.com.'))
    .nullish(),
  shippingAddress: addressInput.nullish(),
  shippingMethodCode: z.string().max(100).nullish(),
  expectedVersion: expectedVersionInput,
});

/** What was entered, without what was left out. */
type Entered = Pick<CheckoutChanges, 'email'> & {
  readonly shippingAddress?: NonNullable<CheckoutEntity['shippingAddress']>;
  readonly shippingMethodCode?: string;
};

/** Writes what the shopper enters, as far as the shop delivers there and that way. */
export class EnterDetails {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly edit: EditCheckout,
    private readonly carts: CartReader,
    private readonly shipping: ShippingReader,
    private readonly pricing: PricingReader,
    private readonly clock: Clock,
  ) {}

  /** A locked checkout is reopened: its quote no longer holds. */
  async run(
    { checkoutId, expectedVersion, ...input }: z.output<typeof updateCheckoutInput>,
    caller: CheckoutCaller,
  ): Promise<Result<CheckoutState>> {
    const entered = withoutGaps(input);
    const book = await this.shipping.book();
    const refusal = addressRefusal(book, entered);
    if (refusal) return refused(refusal);
    const certain = certainMethods(book, entered);
    if (certain) {
      const changes = { ...entered, expectedVersion, keptMethods: certain };
      const checkout = await this.checkouts.enter(checkoutId, caller, changes, this.clock.now());
      if (checkout) return accepted({ checkout });
    }
    return this.edit.change({ checkoutId, expectedVersion }, caller, (checkout, tx) =>
      this.decide(tx, checkout, entered, book),
    );
  }

  /** What of a checkout changes by what was entered: a way of delivery that is not offered any more goes. */
  private async decide(
    tx: Transaction,
    checkout: CheckoutEntity,
    entered: Entered,
    book: ShippingBook,
  ): Promise<Result<CheckoutChanges>> {
    const { shippingAddress = checkout.shippingAddress, shippingMethodCode } = entered;
    const code = shippingMethodCode ?? checkout.shippingMethodCode;
    const isAsked = entered.shippingAddress ?? shippingMethodCode;
    if (code === null || isAsked === undefined) return accepted(entered);
    const offer = offersFor(book, shippingAddress).find((each) => each.code === code);
    if (offer && (await this.takes(tx, offer, { ...checkout, shippingAddress }))) {
      return accepted(entered);
    }
    if (shippingMethodCode !== undefined) return refused(notOffered(book, shippingMethodCode));
    return accepted({ ...entered, shippingMethodCode: null }, [
      {
        code: 'SHIPPING_METHOD_CLEARED',
        message: 'The chosen way of delivery is not offered at this address.',
        path: ['shippingMethodCode'],
      },
    ]);
  }

  /** Whether a way of delivery takes what is in the cart. */
  private async takes(
    { manager }: Transaction,
    offer: DeliveryOffer,
    checkout: CheckoutEntity,
  ): Promise<boolean> {
    if (!offer.isLimited) return true;
    const cart = await this.carts.byId(checkout.cartId, manager);
    const terms = await termsOf(this.pricing, checkout, cart, manager);
    return quoteNow(cart?.lines ?? [], offer, terms).shippingMethodName !== undefined;
  }
}

function withoutGaps({
  email,
  shippingAddress,
  shippingMethodCode,
}: Omit<z.output<typeof updateCheckoutInput>, 'checkoutId' | 'expectedVersion'>): Entered {
  return {
    ...(email ? { email } : {}),
    ...(shippingAddress ? { shippingAddress } : {}),
    ...(shippingMethodCode ? { shippingMethodCode } : {}),
  };
}

/** Why the shop does not deliver to an address at all. */
function addressRefusal(book: ShippingBook, { shippingAddress }: Entered): Refusal | undefined {
  if (!shippingAddress) return undefined;
  const refuse = (field: string, message: string): Refusal => ({
    code: 'INVALID_INPUT',
    message,
    path: ['shippingAddress', field],
  });
  if (!deliveredCountries(book).includes(shippingAddress.countryCode)) {
    return refuse('countryCode', 'The shop does not deliver to this country.');
  }
  if (offersFor(book, shippingAddress).length > 0) return undefined;
  return refuse('postcode', 'The shop does not deliver to this address.');
}

/**
 * The ways of delivery that the checkout may have without a look at it and its goods; undefined when the one that was
 * entered is not among them.
 */
function certainMethods(
  book: ShippingBook,
  { shippingAddress, shippingMethodCode }: Entered,
): readonly string[] | undefined {
  if (!shippingAddress) {
    return shippingMethodCode === undefined ? book.methods.map(({ code }) => code) : undefined;
  }
  const certain = offersFor(book, shippingAddress)
    .filter(({ isLimited }) => !isLimited)
    .map(({ code }) => code);
  const isCertain = shippingMethodCode === undefined || certain.includes(shippingMethodCode);
  return isCertain ? certain : undefined;
}

function notOffered({ methods }: ShippingBook, code: string): Refusal {
  const path = ['shippingMethodCode'];
  return methods.some((method) => method.code === code)
    ? { code: 'SHIPPING_METHOD_NOT_OFFERED', message: 'It is not offered at this address.', path }
    : { code: 'NOT_FOUND', message: 'The shop has no such way of delivery.', path };
}
