import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { money, toDecimal } from '../../kernel/money';
import { ppmToPercent } from '../../kernel/percent';
import { connectionOf } from '../../platform/graphql/connection';
import { CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars';
import { type Benefit, PromotionClassName, type Reduction } from '../../pricing';
import type { PromotionRecord } from '../persistence/promotion.record';

export enum PromotionKind {
  PERCENTAGE = 'PERCENTAGE',
  FIXED = 'FIXED',
  TIERED = 'TIERED',
  BUY_X_GET_Y = 'BUY_X_GET_Y',
  FREE_SHIPPING = 'FREE_SHIPPING',
  GIFT = 'GIFT',
}
registerEnumType(PromotionKind, {
  name: 'PromotionKind',
  description: 'What a promotion gives.',
  valuesConfig: {
    PERCENTAGE: { description: 'percentOff of every eligible line, or of them together.' },
    FIXED: { description: 'amountOff each eligible unit (LINE), or once off the order (ORDER).' },
    TIERED: { description: 'What the highest tier gives that is reached.' },
    BUY_X_GET_Y: { description: 'Of buyQuantity + getQuantity units the cheapest cost less.' },
    FREE_SHIPPING: { description: 'Delivery costs nothing.' },
    GIFT: { description: 'Adds a variation free of charge, while it is in stock.' },
  },
});

export enum TierMeasure {
  QUANTITY = 'QUANTITY',
  SUBTOTAL = 'SUBTOTAL',
}
registerEnumType(TierMeasure, {
  name: 'PromotionTierMeasure',
  description: 'What tiers count of the eligible lines.',
});

@ObjectType('PromotionTier', { description: 'What a promotion gives from so much on.' })
export class PromotionTierType {
  @Field(() => Decimal, { description: 'Units, or an amount of the currency.' })
  from: string;

  @Field(() => Decimal, { nullable: true, description: 'Percentage off.' })
  percentOff?: string;

  @Field(() => Decimal, { nullable: true, description: 'Amount off, in the currency.' })
  amountOff?: string;
}

@ObjectType('PromotionBenefit', { description: 'What a promotion gives; the kind says which.' })
export class PromotionBenefitType {
  @Field(() => PromotionKind, { description: 'Which of the fields hold.' })
  kind: PromotionKind;

  @Field(() => Decimal, { nullable: true, description: 'Of PERCENTAGE and BUY_X_GET_Y.' })
  percentOff?: string;

  @Field(() => Decimal, { nullable: true, description: 'Of FIXED, in the currency.' })
  amountOff?: string;

  @Field(() => TierMeasure, { nullable: true, description: 'Of TIERED.' })
  tierMeasure?: TierMeasure;

  @Field(() => [PromotionTierType], { description: 'Of TIERED, lowest first.' })
  tiers: PromotionTierType[];

  @Field(() => Int, { nullable: true, description: 'Of BUY_X_GET_Y: units at their price.' })
  buyQuantity?: number;

  @Field(() => Int, { nullable: true, description: 'Of BUY_X_GET_Y: units that cost less.' })
  getQuantity?: number;

  @Field(() => ID, { nullable: true, description: 'Of GIFT.' })
  giftVariationId?: string;

  @Field(() => Int, { nullable: true, description: 'Of GIFT: units.' })
  giftQuantity?: number;
}

@ObjectType('PromotionAttribute', {
  description: 'A fact about products, by which they are named.',
})
export class PromotionAttributeType {
  @Field(() => String, { description: 'Such as Paper.' })
  name: string;

  @Field(() => String, { description: 'Such as Cotton.' })
  value: string;
}

@ObjectType('PromotionTargets', {
  description: 'Which lines are eligible: those that fit every list that is not empty.',
})
export class PromotionTargetsType {
  @Field(() => [ID], { description: 'Products; one of them is enough.' })
  productIds: readonly string[];

  @Field(() => [ID], { description: 'Collections; one of them is enough.' })
  collectionIds: readonly string[];

  @Field(() => [PromotionAttributeType], { description: 'Attributes; one of them is enough.' })
  attributes: readonly PromotionAttributeType[];
}

@ObjectType('PromotionConditions', { description: 'What has to be so; null asks nothing.' })
export class PromotionConditionsType {
  @Field(() => Decimal, {
    nullable: true,
    description: 'What eligible lines cost at least at their unit prices, in the currency.',
  })
  minSubtotal?: string;

  @Field(() => Int, { nullable: true, description: 'Units of eligible lines.' })
  minQuantity?: number;

  @Field(() => String, { nullable: true, description: 'Code of the group the customer is in.' })
  customerGroup?: string;

  @Field(() => Boolean, { description: 'Whether it is for those who never ordered before.' })
  firstOrderOnly: boolean;
}

@ObjectType('Promotion', {
  description:
    'Something that lowers what carts cost, or adds a gift. Of those that do not go together the highest priority is applied, and among equals the largest saving.',
})
export class PromotionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Counts changes; may be sent as expectedVersion.' })
  version: number;

  @Field(() => String, { description: 'As shoppers read it; unique.' })
  name: string;

  @Field(() => PromotionClassName, { description: 'What it takes its discount from.' })
  class: PromotionClassName;

  @Field(() => Boolean, { description: 'Whether it is offered, within its times.' })
  isActive: boolean;

  @Field(() => Boolean, { description: 'Whether a code opens it; else it is automatic.' })
  requiresCode: boolean;

  @Field(() => Int, { description: 'Higher ones are chosen first.' })
  priority: number;

  @Field(() => String, { nullable: true, description: 'Of one group only one is applied.' })
  exclusiveGroup?: string;

  @Field(() => [PromotionClassName], {
    description: 'Next to which classes it may be applied, where the other one says so too.',
  })
  combinesWith: PromotionClassName[];

  @Field(() => CurrencyCode, {
    description: 'Currency of its amounts; it holds while the shop sells in it.',
  })
  currencyCode: string;

  @Field(() => PromotionBenefitType, { description: 'What it gives.' })
  benefit: PromotionBenefitType;

  @Field(() => PromotionTargetsType, { description: 'To which lines.' })
  targets: PromotionTargetsType;

  @Field(() => PromotionConditionsType, { description: 'When it applies.' })
  conditions: PromotionConditionsType;

  @Field(() => DateTime, { nullable: true, description: 'From when on; null for always.' })
  startsAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive; null for ever.' })
  endsAt?: Date;

  @Field(() => Int, { nullable: true, description: 'Uses by everybody together, at most.' })
  usageLimit?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Uses by one customer, at most; guests are known by their e-mail address.',
  })
  customerLimit?: number;
}

@ObjectType('CouponCode', { description: 'A code that opens a promotion.' })
export class CouponCodeType {
  @Field(() => String, { description: 'In capitals; compared without regard to them.' })
  code: string;

  @Field(() => Int, { nullable: true, description: 'Uses by everybody together, at most.' })
  usageLimit?: number;

  @Field(() => Int, { description: 'Uses by orders, and by checkouts that are locked now.' })
  uses: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;
}

export const PromotionConnection = connectionOf('Promotion', () => PromotionType);
export const CouponCodeConnection = connectionOf('CouponCode', () => CouponCodeType);

/** Maps a promotion to its GraphQL form. */
export function toPromotionType(promotion: PromotionRecord): PromotionType {
  const { class: level, combinesWith, benefit, targets, conditions, ...plain } = promotion;
  const { currencyCode } = plain;
  const { minSubtotalMinor, minQuantity, customerGroup, firstOrderOnly = false } = conditions;
  return Object.assign(new PromotionType(), {
    ...plain,
    class: PromotionClassName[level],
    combinesWith: combinesWith.map((each) => PromotionClassName[each]),
    exclusiveGroup: plain.exclusiveGroup ?? undefined,
    startsAt: plain.startsAt ?? undefined,
    endsAt: plain.endsAt ?? undefined,
    usageLimit: plain.usageLimit ?? undefined,
    customerLimit: plain.customerLimit ?? undefined,
    benefit: toBenefitType(benefit, currencyCode),
    targets: Object.assign(new PromotionTargetsType(), {
      productIds: targets.productIds ?? [],
      collectionIds: targets.collectionIds ?? [],
      attributes: targets.attributes ?? [],
    }),
    conditions: Object.assign(new PromotionConditionsType(), {
      minQuantity,
      customerGroup,
      firstOrderOnly,
      ...(minSubtotalMinor !== undefined && {
        minSubtotal: toDecimal(money(minSubtotalMinor, currencyCode)),
      }),
    }),
  });
}

function toBenefitType(benefit: Benefit, currencyCode: string): PromotionBenefitType {
  const shown = Object.assign(new PromotionBenefitType(), { tiers: [] });
  switch (benefit.kind) {
    case 'REDUCTION': {
      const { reduction } = benefit;
      const kind = reduction.kind === 'AMOUNT' ? PromotionKind.FIXED : PromotionKind.PERCENTAGE;
      return Object.assign(shown, { kind, ...toOff(reduction, currencyCode) });
    }
    case 'TIERED':
      return Object.assign(shown, {
        kind: PromotionKind.TIERED,
        tierMeasure: TierMeasure[benefit.measure],
        tiers: benefit.tiers.map(({ from, reduction }) =>
          Object.assign(new PromotionTierType(), {
            from:
              benefit.measure === 'SUBTOTAL'
                ? toDecimal(money(from, currencyCode))
                : from.toString(),
            ...toOff(reduction, currencyCode),
          }),
        ),
      });
    case 'BUY_X_GET_Y': {
      const { buyQuantity, getQuantity, offPpm } = benefit;
      const percentOff = ppmToPercent(offPpm);
      return Object.assign(shown, {
        ...{ kind: PromotionKind.BUY_X_GET_Y, buyQuantity, getQuantity, percentOff },
      });
    }
    case 'FREE_SHIPPING':
      return Object.assign(shown, { kind: PromotionKind.FREE_SHIPPING });
    case 'GIFT':
      return Object.assign(shown, {
        kind: PromotionKind.GIFT,
        giftVariationId: benefit.variationId,
        giftQuantity: benefit.quantity,
      });
  }
}

function toOff(reduction: Reduction, currencyCode: string) {
  return reduction.kind === 'AMOUNT'
    ? { amountOff: toDecimal(money(reduction.amountMinor, currencyCode)) }
    : { percentOff: ppmToPercent(reduction.offPpm) };
}
