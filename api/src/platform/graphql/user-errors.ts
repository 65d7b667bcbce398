import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';

import type { Adjustment, CouponProblem, GiftCardProblem, Refusal } from '../../kernel/result';
import { MoneyType, toMoneyType } from './money.type';

export enum UserErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  CART_EMPTY = 'CART_EMPTY',
  INSUFFICIENT_STOCK = 'INSUFFICIENT_STOCK',
  QUANTITY_LIMIT = 'QUANTITY_LIMIT',
  VERSION_CONFLICT = 'VERSION_CONFLICT',
  CHECKOUT_INCOMPLETE = 'CHECKOUT_INCOMPLETE',
  CHECKOUT_CLOSED = 'CHECKOUT_CLOSED',
  SHIPPING_METHOD_NOT_OFFERED = 'SHIPPING_METHOD_NOT_OFFERED',
  TOTAL_CHANGED = 'TOTAL_CHANGED',
  PROMOTION_USED_UP = 'PROMOTION_USED_UP',
  PAYMENT_DECLINED = 'PAYMENT_DECLINED',
  PAYMENT_UNAVAILABLE = 'PAYMENT_UNAVAILABLE',
  GIFT_CARD_UNUSABLE = 'GIFT_CARD_UNUSABLE',
  GIFT_CARD_SPENT = 'GIFT_CARD_SPENT',
  COUPON_UNUSABLE = 'COUPON_UNUSABLE',
  ILLEGAL_TRANSITION = 'ILLEGAL_TRANSITION',
  AMOUNT_EXCEEDED = 'AMOUNT_EXCEEDED',
  IDEMPOTENCY_KEY_REUSED = 'IDEMPOTENCY_KEY_REUSED',
  EMAIL_TAKEN = 'EMAIL_TAKEN',
  INVALID_CREDENTIALS = 'INVALID_CREDENTIALS',
}
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why a mutation did not do what was asked. Programs switch on this.',
});

@InterfaceType({
  description: 'An expected reason why a mutation changed nothing.',
})
export abstract class UserError {
  @Field(() => UserErrorCode, { description: 'For programs.' })
  code: UserErrorCode;

  @Field(() => String, { description: 'For people, in English.' })
  message: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path of the input field at fault, such as ["shippingAddress", "postcode"].',
  })
  path?: readonly string[];
}

@ObjectType({ implements: UserError, description: 'An input value is missing or malformed.' })
export class InvalidInput extends UserError {}

@ObjectType('Refusal', {
  implements: UserError,
  description: 'The state of the shop does not allow it; the code says why.',
})
export class RefusalError extends UserError {}

@ObjectType({ implements: UserError, description: 'Fewer units are left than were asked for.' })
export class InsufficientStock extends UserError {
  @Field(() => ID, { nullable: true, description: 'The cart line concerned.' })
  lineId?: string;

  @Field(() => ID, { description: 'The variation concerned.' })
  variationId: string;

  @Field(() => Int, { description: 'Units that can be bought now.' })
  available: number;
}

@ObjectType({
  implements: UserError,
  description: 'Somebody else changed it since the version that the caller expected.',
})
export class VersionConflict extends UserError {
  @Field(() => Int, { description: 'The version it has now.' })
  currentVersion: number;
}

@ObjectType({
  implements: UserError,
  description: 'The total is no longer what the shopper was shown; nothing was charged.',
})
export class TotalChanged extends UserError {
  @Field(() => MoneyType, { description: 'The total that was sent.' })
  expected: MoneyType;

  @Field(() => MoneyType, { description: 'The total now.' })
  actual: MoneyType;
}

export const giftCardProblems: { readonly [P in GiftCardProblem]: P } = {
  UNKNOWN: 'UNKNOWN',
  DISABLED: 'DISABLED',
  EXPIRED: 'EXPIRED',
  EMPTY: 'EMPTY',
  OTHER_CURRENCY: 'OTHER_CURRENCY',
  SPENT: 'SPENT',
};
registerEnumType(giftCardProblems, {
  name: 'GiftCardProblem',
  description: 'Why a gift card cannot pay.',
  valuesConfig: {
    UNKNOWN: { description: 'No card has this code.' },
    DISABLED: { description: 'The shop has disabled it.' },
    EXPIRED: { description: 'Its time is over.' },
    EMPTY: { description: 'Nothing is left on it, or other checkouts hold what is left.' },
    OTHER_CURRENCY: { description: 'It is in another currency than the checkout.' },
    SPENT: { description: 'Another checkout was first; the amounts have to be worked out again.' },
  },
});

@ObjectType({ implements: UserError, description: 'A gift card cannot pay.' })
export class GiftCardUnusable extends UserError {
  @Field(() => giftCardProblems, { description: 'Why not.' })
  reason: GiftCardProblem;

  @Field(() => String, {
    nullable: true,
    description: 'The last four characters of its code, when it is one that is known.',
  })
  last4?: string;
}

@ObjectType({
  implements: UserError,
  description:
    'Gift cards that the order sold were spent, or still stand: so much money cannot go back.',
})
export class GiftCardSpent extends UserError {
  @Field(() => MoneyType, {
    description:
      'What can go back at most for what was asked; zero while a checkout is being paid with a card.',
  })
  refundable: MoneyType;
}

export const couponProblems: { readonly [P in CouponProblem]: P } = {
  UNKNOWN: 'UNKNOWN',
  NOT_STARTED: 'NOT_STARTED',
  ENDED: 'ENDED',
  DISABLED: 'DISABLED',
  USED_UP: 'USED_UP',
};
registerEnumType(couponProblems, {
  name: 'CouponProblem',
  description: 'Why nobody can use a code now.',
  valuesConfig: {
    UNKNOWN: { description: 'The shop has no such code.' },
    NOT_STARTED: { description: 'Its time has not come.' },
    ENDED: { description: 'Its time is over.' },
    DISABLED: { description: 'The shop has taken it back.' },
    USED_UP: { description: 'It has been used as often as it may be.' },
  },
});

@ObjectType({ implements: UserError, description: 'A code cannot be used.' })
export class CouponUnusable extends UserError {
  @Field(() => couponProblems, { description: 'Why not.' })
  reason: CouponProblem;

  @Field(() => String, { description: 'The code, in capitals.' })
  couponCode: string;
}

export enum WarningCode {
  QUANTITY_CAPPED = 'QUANTITY_CAPPED',
  PRICE_CHANGED = 'PRICE_CHANGED',
  SHIPPING_METHOD_CLEARED = 'SHIPPING_METHOD_CLEARED',
}
registerEnumType(WarningCode, {
  name: 'WarningCode',
  description: 'How the outcome differs from what was asked.',
});

@ObjectType({ description: 'Done, but adjusted.' })
export class Warning {
  @Field(() => WarningCode, { description: 'For programs.' })
  code: WarningCode;

  @Field(() => String, { description: 'For people, in English.' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'Path of the input field concerned.' })
  path?: readonly string[];
}

/** Maps a refusal to the member of UserError that carries its data. */
export function toUserError(refusal: Refusal): UserError {
  const base = {
    code: UserErrorCode[refusal.code],
    message: refusal.message,
    path: refusal.path,
  };
  switch (refusal.code) {
    case 'INVALID_INPUT':
      return Object.assign(new InvalidInput(), base);
    case 'INSUFFICIENT_STOCK':
      return Object.assign(new InsufficientStock(), base, {
        lineId: refusal.lineId,
        variationId: refusal.variationId,
        available: refusal.available,
      });
    case 'GIFT_CARD_UNUSABLE':
      return Object.assign(new GiftCardUnusable(), base, {
        reason: refusal.reason,
        last4: refusal.last4,
      });
    case 'GIFT_CARD_SPENT':
      return Object.assign(new GiftCardSpent(), base, {
        refundable: toMoneyType(refusal.refundable),
      });
    case 'COUPON_UNUSABLE':
      return Object.assign(new CouponUnusable(), base, {
        reason: refusal.reason,
        couponCode: refusal.couponCode,
      });
    case 'VERSION_CONFLICT':
      return Object.assign(new VersionConflict(), base, { currentVersion: refusal.currentVersion });
    case 'TOTAL_CHANGED':
      return Object.assign(new TotalChanged(), base, {
        expected: toMoneyType(refusal.expected),
        actual: toMoneyType(refusal.actual),
      });
    default:
      return Object.assign(new RefusalError(), base);
  }
}

/** Maps an adjustment to its GraphQL form. */
export function toWarning(adjustment: Adjustment): Warning {
  return Object.assign(new Warning(), adjustment, { code: WarningCode[adjustment.code] });
}
