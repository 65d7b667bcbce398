import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';
import { CountryCode } from '../../platform/graphql/scalars';
import { CheckoutType } from './checkout.type';

@InputType({ description: 'Where a parcel goes, written as addressRules say for its country.' })
export class AddressInput {
  @Field(() => String, { description: 'Full name of the recipient.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Company.' })
  company?: string;

  @Field(() => String, { description: 'Street and number.' })
  line1: string;

  @Field(() => String, { nullable: true, description: 'Flat, floor, building.' })
  line2?: string;

  @Field(() => String, { description: 'Town.' })
  city: string;

  @Field(() => String, { nullable: true, description: 'State, province or county.' })
  region?: string;

  @Field(() => String, { nullable: true, description: 'Postcode, where the country has them.' })
  postcode?: string;

  @Field(() => CountryCode, { description: 'Country; one the shop ships to.' })
  countryCode: string;

  @Field(() => String, { nullable: true, description: 'For questions about the delivery only.' })
  phone?: string;
}

@InputType({
  description:
    "Starts a checkout from the caller's cart, or returns the open one the cart already has.",
})
export class CheckoutStartInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Accepted for uniformity: a cart has one open checkout, so a repeat finds it anyway.',
  })
  idempotencyKey?: string;
}

@InputType({ description: 'What the shopper entered; what is left out stays as it is.' })
export class CheckoutUpdateInput {
  @Field(() => ID, { description: 'The checkout.' })
  checkoutId: string;

  @Field(() => String, { nullable: true, description: 'Address for messages about the order.' })
  email?: string;

  @Field(() => AddressInput, { nullable: true, description: 'Where the parcel goes.' })
  shippingAddress?: AddressInput;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of a way of delivery that is offered, as Checkout.shippingMethods lists them.',
  })
  shippingMethodCode?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the shopper agrees to mails that no order calls for, at the address of the checkout. Left out where nobody was asked.',
  })
  acceptsMarketing?: boolean;

  @Field(() => Int, { nullable: true, description: 'Refuse when the checkout is no longer this.' })
  expectedVersion?: number;
}

@InputType({ description: 'A checkout whose quote is to be frozen.' })
export class CheckoutLockInput {
  @Field(() => ID, { description: 'The checkout.' })
  checkoutId: string;
}

@InputType({ description: 'A checkout to be given up.' })
export class CheckoutCancelInput {
  @Field(() => ID, { description: 'The checkout.' })
  checkoutId: string;
}

/** What the mutations of checkouts answer with. */
@ObjectType()
export abstract class CheckoutPayload extends MutationPayload {
  @Field(() => CheckoutType, { nullable: true, description: 'The checkout now.' })
  checkout?: CheckoutType;
}

@ObjectType({ description: 'Outcome of checkoutStart.' })
export class CheckoutStartPayload extends CheckoutPayload {}

@ObjectType({ description: 'Outcome of checkoutUpdate.' })
export class CheckoutUpdatePayload extends CheckoutPayload {}

@ObjectType({ description: 'Outcome of checkoutLock.' })
export class CheckoutLockPayload extends CheckoutPayload {}

@ObjectType({ description: 'Outcome of checkoutCancel.' })
export class CheckoutCancelPayload extends CheckoutPayload {}
