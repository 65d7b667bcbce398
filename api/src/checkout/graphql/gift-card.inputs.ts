import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { CheckoutPayload } from './checkout.inputs';

@InputType({ description: 'Gift cards that shall pay for a checkout.' })
export class CheckoutGiftCardsApplyInput {
  @Field(() => ID, { description: 'The checkout; it is reopened if it was locked.' })
  checkoutId: string;

  @Field(() => [String], {
    description: 'Codes, with or without dashes; used up in this order. Ten cards at most.',
  })
  codes: string[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the checkout is no longer this.' })
  expectedVersion?: number;
}

@InputType({ description: 'Gift cards that shall not pay for a checkout any more.' })
export class CheckoutGiftCardsRemoveInput {
  @Field(() => ID, { description: 'The checkout; it is reopened if it was locked.' })
  checkoutId: string;

  @Field(() => [ID], { description: 'Ids as told by Checkout.giftCards.' })
  giftCardIds: string[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the checkout is no longer this.' })
  expectedVersion?: number;
}

@ObjectType({ description: 'Outcome of checkoutGiftCardsApply.' })
export class CheckoutGiftCardsApplyPayload extends CheckoutPayload {}

@ObjectType({ description: 'Outcome of checkoutGiftCardsRemove.' })
export class CheckoutGiftCardsRemovePayload extends CheckoutPayload {}
