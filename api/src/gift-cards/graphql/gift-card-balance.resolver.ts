import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';

import { money } from '../../kernel/money';
import type { GiftCardProblem } from '../../kernel/result';
import { Public } from '../../platform/graphql/access';
import { Alone } from '../../platform/graphql/limits';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import type { RequestContext } from '../../platform/graphql/request-context';
import { DateTime } from '../../platform/graphql/scalars';
import { giftCardProblems } from '../../platform/graphql/user-errors';
import { availableMinor, problemOf } from '../domain/gift-card';
import type { GiftCardPayments } from '../gift-card-payments';

@ObjectType('GiftCardBalance', { description: 'What is left on a gift card.' })
export class GiftCardBalanceType {
  @Field(() => String, { description: 'The last four characters of its code.' })
  last4: string;

  @Field(() => MoneyType, { description: 'What can be spent of it now.' })
  available: MoneyType;

  @Field(() => DateTime, { nullable: true, description: 'Until when it pays; null for ever.' })
  expiresAt?: Date;

  @Field(() => giftCardProblems, {
    nullable: true,
    description: 'Why it cannot pay, if it cannot.',
  })
  problem?: GiftCardProblem;
}

@Resolver()
export class GiftCardBalanceResolver {
  constructor(
    private readonly payments: GiftCardPayments,
    private readonly now: () => Date,
  ) {}

  @Public()
  @Alone()
  @Query(() => GiftCardBalanceType, {
    nullable: true,
    description:
      'What is left on the gift card with this code; null when no card has it. Trying codes ends in RATE_LIMITED.',
  })
  async giftCardBalance(
    @Arg('code', () => String, { description: 'The code, with or without dashes.' }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<GiftCardBalanceType | undefined> {
    const [card] = await this.payments.find([code], context.clientAddress);
    if (!card) return undefined;
    const { last4, currencyCode } = card;
    return Object.assign(new GiftCardBalanceType(), {
      last4,
      available: toMoneyType(money(availableMinor(card), currencyCode)),
      expiresAt: card.expiresAt ?? undefined,
      problem: problemOf(card, currencyCode, this.now()),
    });
  }
}
