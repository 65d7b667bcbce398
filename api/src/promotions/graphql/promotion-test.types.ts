import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { ProductVariationType } from '../../catalog';
import { MoneyType } from '../../platform/graphql/money.type';
import { DateTime, Decimal } from '../../platform/graphql/scalars';
import { CostType, PriceExplanationType } from '../../pricing';

@InputType({ description: 'A line of a cart that nobody has.' })
export class PromotionTestLineInput {
  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Units, 1 to 100,000.' })
  quantity: number;
}

@InputType({ description: 'A cart that nobody has, and who might buy it.' })
export class PromotionTestInput {
  @Field(() => [PromotionTestLineInput], { description: 'At most 100.' })
  lines: PromotionTestLineInput[];

  @Field(() => [String], { defaultValue: [], description: 'Codes that are entered, at most 20.' })
  couponCodes: string[];

  @Field(() => String, { nullable: true, description: 'Code of the group the buyer is in.' })
  customerGroup?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it goes, such as GB.' })
  countryCode?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'What delivery costs; left out while none is chosen.',
  })
  shippingPrice?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When; now when left out.' })
  at?: Date | null;
}

@ObjectType('PromotionTestLine', { description: 'A line of a cart that was tried out.' })
export class PromotionTestLineType {
  @Field(() => ID, { description: 'Its number, as in the explanation.' })
  id: string;

  @Field(() => Int, { description: 'Units.' })
  quantity: number;

  @Field(() => MoneyType, { description: 'Price of one unit, before promotions.' })
  unitPrice: MoneyType;

  @Field(() => CostType, { description: 'What the line costs; nothing for a gift.' })
  cost: CostType;

  @Field(() => Boolean, { description: 'Whether a promotion adds it.' })
  isGift: boolean;

  @Field(() => ProductVariationType, { description: 'What it is.' })
  variation: ProductVariationType;
}

@ObjectType('PromotionTest', { description: 'What a cart would cost, and why.' })
export class PromotionTestType {
  @Field(() => [PromotionTestLineType], {
    description: 'Its lines and gifts; what the shop does not have is left out.',
  })
  lines: PromotionTestLineType[];

  @Field(() => CostType, { description: 'What it costs, delivery included.' })
  cost: CostType;

  @Field(() => PriceExplanationType, { description: 'How its prices came about.' })
  explanation: PriceExplanationType;
}
