import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { PageArgs } from '../../platform/graphql/connection';
import { MutationPayload } from '../../platform/graphql/payload';
import { DateTime, Decimal } from '../../platform/graphql/scalars';
import { PromotionClassName } from '../../pricing';
import { PromotionKind, PromotionType, TierMeasure } from './promotion.types';

@ArgsType()
export class PromotionListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, or a whole code.',
  })
  query?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are, or are not, offered.',
  })
  isActive?: boolean | null;
}

@InputType({ description: 'What a promotion gives from so much on: a percentage or an amount.' })
export class PromotionTierInput {
  @Field(() => Decimal, { description: 'Units, or an amount in the currency of the shop.' })
  from: string;

  @Field(() => Decimal, { nullable: true, description: 'Percentage off, 0 to 100.' })
  percentOff?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Amount off.' })
  amountOff?: string | null;
}

@InputType({ description: 'What a promotion gives. Give what its kind asks for.' })
export class PromotionBenefitInput {
  @Field(() => PromotionKind, { description: 'Which of the fields are asked for.' })
  kind: PromotionKind;

  @Field(() => Decimal, {
    nullable: true,
    description: 'For PERCENTAGE; for BUY_X_GET_Y, where it is 100 when left out.',
  })
  percentOff?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'For FIXED.' })
  amountOff?: string | null;

  @Field(() => TierMeasure, { nullable: true, description: 'For TIERED.' })
  tierMeasure?: TierMeasure | null;

  @Field(() => [PromotionTierInput], { nullable: true, description: 'For TIERED, at most 20.' })
  tiers?: PromotionTierInput[] | null;

  @Field(() => Int, { nullable: true, description: 'For BUY_X_GET_Y, 1 to 1,000.' })
  buyQuantity?: number | null;

  @Field(() => Int, { nullable: true, description: 'For BUY_X_GET_Y, 1 to 1,000.' })
  getQuantity?: number | null;

  @Field(() => ID, { nullable: true, description: 'For GIFT.' })
  giftVariationId?: string | null;

  @Field(() => Int, { nullable: true, description: 'For GIFT; one when left out.' })
  giftQuantity?: number | null;
}

@InputType({ description: 'A fact about products, by which they are named.' })
export class PromotionAttributeInput {
  @Field(() => String, { description: 'Such as Paper.' })
  name: string;

  @Field(() => String, { description: 'Such as Cotton.' })
  value: string;
}

@InputType({ description: 'Which lines are eligible: those that fit every list that is given.' })
export class PromotionTargetsInput {
  @Field(() => [ID], { nullable: true, description: 'One of these products, 500 at most.' })
  productIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'In one of these collections, 500 at most.' })
  collectionIds?: string[] | null;

  @Field(() => [PromotionAttributeInput], {
    nullable: true,
    description: 'With one of these attributes, 500 at most.',
  })
  attributes?: PromotionAttributeInput[] | null;
}

@InputType({ description: 'What has to be so for a promotion to apply.' })
export class PromotionConditionsInput {
  @Field(() => Decimal, {
    nullable: true,
    description: 'What eligible lines cost at least at their unit prices.',
  })
  minSubtotal?: string | null;

  @Field(() => Int, { nullable: true, description: 'Units of eligible lines, at least.' })
  minQuantity?: number | null;

  @Field(() => String, { nullable: true, description: 'Code of the group the customer is in.' })
  customerGroup?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For those who never ordered before; one customer can then use it once.',
  })
  firstOrderOnly?: boolean | null;
}

@InputType({ description: 'A promotion. Amounts are in the currency of the shop.' })
export class PromotionCreateInput {
  @Field(() => String, { description: 'As shoppers read it; unique.' })
  name: string;

  @Field(() => PromotionClassName, { description: 'What it takes its discount from.' })
  class: PromotionClassName;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is offered.' })
  isActive: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a code opens it.' })
  requiresCode: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A code that opens it, 3 to 40 characters, added to those it has.',
  })
  code?: string | null;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Higher ones are chosen first; -1000 to 1000.',
  })
  priority: number;

  @Field(() => String, { nullable: true, description: 'Of one group only one is applied.' })
  exclusiveGroup?: string | null;

  @Field(() => [PromotionClassName], {
    defaultValue: [],
    description: 'Next to which classes it may be applied, where the other one says so too.',
  })
  combinesWith: PromotionClassName[];

  @Field(() => PromotionBenefitInput, { description: 'What it gives.' })
  benefit: PromotionBenefitInput;

  @Field(() => PromotionTargetsInput, {
    nullable: true,
    description: 'To which lines; to all when left out.',
  })
  targets?: PromotionTargetsInput | null;

  @Field(() => PromotionConditionsInput, { nullable: true, description: 'When it applies.' })
  conditions?: PromotionConditionsInput | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on; left out for always.' })
  startsAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive.' })
  endsAt?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Uses by everybody together, at most.' })
  usageLimit?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Uses by one customer, at most; guests are known by their e-mail address.',
  })
  customerLimit?: number | null;
}

@InputType({ description: 'What a promotion shall be; its codes stay.' })
export class PromotionUpdateInput extends PromotionCreateInput {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;

  @Field(() => Int, { nullable: true, description: 'Refused when it has another version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Which promotion is removed.' })
export class PromotionRemoveInput {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;
}

@ObjectType({ description: 'Outcome of promotionCreate.' })
export class PromotionCreatePayload extends MutationPayload {
  @Field(() => PromotionType, { nullable: true, description: 'The new promotion.' })
  promotion?: PromotionType;
}

@ObjectType({ description: 'Outcome of promotionUpdate.' })
export class PromotionUpdatePayload extends MutationPayload {
  @Field(() => PromotionType, { nullable: true, description: 'The promotion now.' })
  promotion?: PromotionType;
}

@ObjectType({ description: 'Outcome of promotionRemove.' })
export class PromotionRemovePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The promotion that is gone.' })
  promotionId?: string;
}
