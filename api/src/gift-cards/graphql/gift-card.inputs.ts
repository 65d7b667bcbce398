import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { PageArgs } from '../../platform/graphql/connection';
import { MoneyInput } from '../../platform/graphql/money.type';
import { MutationPayload } from '../../platform/graphql/payload';
import { DateTime, Decimal } from '../../platform/graphql/scalars';
import { GiftCardType } from './gift-card.types';

@ArgsType()
export class GiftCardListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The last four characters of a code, or part of an e-mail address.',
  })
  query?: string | null;
}

@InputType({ description: 'A gift card to be made.' })
export class GiftCardIssueInput {
  @Field(() => MoneyInput, { description: 'What it is worth, above zero.' })
  amount: MoneyInput;

  @Field(() => DateTime, { nullable: true, description: 'Until when it pays; left out for ever.' })
  expiresAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is mailed the code; nobody when left out.',
  })
  recipientEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'What they are told with it.' })
  message?: string | null;

  @Field(() => String, { description: 'The same key again gives the same card.' })
  idempotencyKey: string;
}

@InputType({ description: 'A gift card to be disabled for good.' })
export class GiftCardDisableInput {
  @Field(() => ID, { description: 'The card.' })
  giftCardId: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Refused when the card has another version.' })
  expectedVersion?: number | null;
}

@InputType({ description: "A correction of a gift card's balance." })
export class GiftCardAdjustInput {
  @Field(() => ID, { description: 'The card.' })
  giftCardId: string;

  @Field(() => Decimal, {
    description: "By how much, in the card's currency; below zero to take away.",
  })
  amount: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => Int, { nullable: true, description: 'Refused when the card has another version.' })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@ObjectType({ description: 'Outcome of giftCardIssue.' })
export class GiftCardIssuePayload extends MutationPayload {
  @Field(() => GiftCardType, { nullable: true, description: 'The new card.' })
  giftCard?: GiftCardType;

  @Field(() => String, {
    nullable: true,
    description: 'Its code, shown here and in the mail only: a secret that is worth money.',
  })
  code?: string;
}

@ObjectType({ description: 'Outcome of giftCardDisable.' })
export class GiftCardDisablePayload extends MutationPayload {
  @Field(() => GiftCardType, { nullable: true, description: 'The card now.' })
  giftCard?: GiftCardType;
}

@ObjectType({ description: 'Outcome of giftCardAdjust.' })
export class GiftCardAdjustPayload extends MutationPayload {
  @Field(() => GiftCardType, { nullable: true, description: 'The card now.' })
  giftCard?: GiftCardType;
}
