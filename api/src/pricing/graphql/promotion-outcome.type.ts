import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { money, toDecimal } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import type { PromotionOutcome, PromotionRejection } from '../domain/promotion';

export enum PromotionClassName {
  LINE = 'LINE',
  ORDER = 'ORDER',
  SHIPPING = 'SHIPPING',
}
registerEnumType(PromotionClassName, {
  name: 'PromotionClass',
  description: 'What a promotion takes its discount from.',
  valuesConfig: {
    LINE: { description: 'Single lines.' },
    ORDER: { description: 'The order as a whole, shared over its lines; gifts too.' },
    SHIPPING: { description: 'Delivery.' },
  },
});

export enum PromotionStatusName {
  APPLIED = 'APPLIED',
  BEATEN = 'BEATEN',
  REJECTED = 'REJECTED',
}
registerEnumType(PromotionStatusName, {
  name: 'PromotionStatus',
  description: 'What became of a promotion.',
  valuesConfig: {
    APPLIED: { description: 'It is in the price.' },
    BEATEN: { description: 'Another one does not go together with it and came first.' },
    REJECTED: { description: 'It does not apply; the reason says why.' },
  },
});

export enum PromotionRejectionName {
  CODE_UNKNOWN = 'CODE_UNKNOWN',
  NOT_STARTED = 'NOT_STARTED',
  ENDED = 'ENDED',
  CUSTOMER_GROUP = 'CUSTOMER_GROUP',
  FIRST_ORDER_ONLY = 'FIRST_ORDER_ONLY',
  USED_UP = 'USED_UP',
  USED_UP_BY_CUSTOMER = 'USED_UP_BY_CUSTOMER',
  NO_ELIGIBLE_GOODS = 'NO_ELIGIBLE_GOODS',
  SUBTOTAL_TOO_LOW = 'SUBTOTAL_TOO_LOW',
  QUANTITY_TOO_LOW = 'QUANTITY_TOO_LOW',
  GIFT_OUT_OF_STOCK = 'GIFT_OUT_OF_STOCK',
  NOTHING_LEFT = 'NOTHING_LEFT',
}
registerEnumType(PromotionRejectionName, {
  name: 'PromotionRejection',
  description: 'Why a promotion does not apply.',
});

@ObjectType('PromotionOutcome', { description: 'What became of one promotion or code.' })
export class PromotionOutcomeType {
  @Field(() => ID, { nullable: true, description: 'The promotion; null for an unknown code.' })
  promotionId?: string;

  @Field(() => String, { nullable: true, description: 'Its name; null for an unknown code.' })
  name?: string;

  @Field(() => PromotionClassName, { nullable: true, description: 'Null for an unknown code.' })
  class?: PromotionClassName;

  @Field(() => String, { nullable: true, description: 'The code that was entered for it.' })
  code?: string;

  @Field(() => PromotionStatusName, { description: 'What became of it.' })
  status: PromotionStatusName;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      'What it takes off, where it is applied: nothing for a gift, or while no delivery is chosen.',
  })
  amount?: MoneyType;

  @Field(() => PromotionRejectionName, { nullable: true, description: 'Why it was rejected.' })
  reason?: PromotionRejectionName;

  @Field(() => MoneyType, { nullable: true, description: 'What is missing to its subtotal.' })
  missingAmount?: MoneyType;

  @Field(() => Int, { nullable: true, description: 'Units that are missing.' })
  missingQuantity?: number;

  @Field(() => ID, { nullable: true, description: 'The promotion that came first.' })
  beatenById?: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  beatenByName?: string;

  @Field(() => String, { description: 'For people, in English.' })
  message: string;
}

const REASONS: Readonly<Record<PromotionRejection, string>> = {
  CODE_UNKNOWN: 'The shop has no such code.',
  NOT_STARTED: 'It has not begun yet.',
  ENDED: 'It has ended.',
  CUSTOMER_GROUP: 'It is for other customers.',
  FIRST_ORDER_ONLY: 'It is for first orders.',
  USED_UP: 'It has been used up.',
  USED_UP_BY_CUSTOMER: 'You have used it as often as you can.',
  NO_ELIGIBLE_GOODS: 'Nothing in the cart takes part.',
  SUBTOTAL_TOO_LOW: 'The cart is not large enough.',
  QUANTITY_TOO_LOW: 'There are not enough units in the cart.',
  GIFT_OUT_OF_STOCK: 'The gift is out of stock.',
  NOTHING_LEFT: 'Nothing is left that it could take off.',
};

function messageOf(outcome: PromotionOutcome, currencyCode: string): string {
  if (outcome.status === 'APPLIED') return 'It is in the price.';
  if (outcome.status === 'BEATEN') {
    return `It cannot be combined with “${outcome.beatenByName}”, which came first.`;
  }
  const { reason, missingMinor, missingQuantity } = outcome;
  if (missingMinor !== undefined) {
    return `Spend ${toDecimal(money(missingMinor, currencyCode))} ${currencyCode} more.`;
  }
  if (missingQuantity !== undefined) return `Add ${missingQuantity} more.`;
  return REASONS[reason];
}

/** Maps an outcome to its GraphQL form. */
export function toPromotionOutcomeType(
  outcome: PromotionOutcome,
  currencyCode: string,
): PromotionOutcomeType {
  const amount = (minor: bigint | undefined): MoneyType | undefined =>
    minor === undefined ? undefined : toMoneyType(money(minor, currencyCode));
  const { promotionId, name, code, status } = outcome;
  const shown = Object.assign(new PromotionOutcomeType(), {
    promotionId,
    name,
    code,
    class: outcome.class && PromotionClassName[outcome.class],
    status: PromotionStatusName[status],
    message: messageOf(outcome, currencyCode),
  });
  if (status === 'APPLIED') return Object.assign(shown, { amount: amount(outcome.amountMinor) });
  if (status === 'BEATEN') {
    const { beatenById, beatenByName } = outcome;
    return Object.assign(shown, { beatenById, beatenByName });
  }
  return Object.assign(shown, {
    reason: PromotionRejectionName[outcome.reason],
    missingAmount: amount(outcome.missingMinor),
    missingQuantity: outcome.missingQuantity,
  });
}
