import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { money, toDecimal } from '../../kernel/money';
import { ppmToPercent } from '../../kernel/percent';
import { connectionOf } from '../../platform/graphql/connection';
import { MutationPayload } from '../../platform/graphql/payload';
import { CurrencyCode, DateTime, Decimal } from '../../platform/graphql/scalars';
import type { PriceListRecord, RuleRecord } from '../persistence/price-list.repository';

@ObjectType('PriceRule', {
  description: 'What a price list says of a variation, of all of a product, or of everything.',
})
export class PriceRuleType {
  @Field(() => ID, { nullable: true, description: 'The product, all variations of it.' })
  productId?: string;

  @Field(() => ID, { nullable: true, description: 'The variation.' })
  variationId?: string;

  @Field(() => Int, { description: 'From how many units on it holds.' })
  minQuantity: number;

  @Field(() => Decimal, {
    nullable: true,
    description: "One unit's price, in the list's currency.",
  })
  price?: string;

  @Field(() => Decimal, { nullable: true, description: 'Percentage off the base price.' })
  percentOff?: string;
}

@ObjectType('PriceList', {
  description:
    'Prices that take the place of base prices. Of the lists in force, those of the highest priority decide, and among them the lowest price.',
})
export class PriceListType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => Int, { description: 'Counts changes; may be sent as expectedVersion.' })
  version: number;

  @Field(() => String, { description: 'For staff, unique.' })
  name: string;

  @Field(() => CurrencyCode, {
    description: 'Currency of its prices; it holds while the shop sells in it.',
  })
  currencyCode: string;

  @Field(() => String, { nullable: true, description: 'Customers it is for; null for everybody.' })
  customerGroup?: string;

  @Field(() => Int, { description: 'Higher ones decide first.' })
  priority: number;

  @Field(() => DateTime, { nullable: true, description: 'From when on; null for always.' })
  startsAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive; null for ever.' })
  endsAt?: Date;

  @Field(() => Boolean, {
    description: 'Whether its prices are asked now; follows its times within seconds.',
  })
  isInForce: boolean;
}

@InputType({ description: 'What a price list says of some goods: a price or a percentage off.' })
export class PriceRuleInput {
  @Field(() => ID, { nullable: true, description: 'All variations of this product.' })
  productId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This variation. Name neither for everything.' })
  variationId?: string | null;

  @Field(() => Int, { defaultValue: 1, description: 'From how many units on it holds.' })
  minQuantity: number;

  @Field(() => Decimal, {
    nullable: true,
    description: "One unit's price, in the list's currency.",
  })
  price?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Percentage off the base price, 0 to 100.' })
  percentOff?: string | null;
}

@InputType({ description: 'A price list.' })
export class PriceListCreateInput {
  @Field(() => String, { description: 'For staff, unique.' })
  name: string;

  @Field(() => CurrencyCode, { description: 'Currency of its prices.' })
  currencyCode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the group of customers it is for; left out for everybody.',
  })
  customerGroup?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'Higher ones decide first; -1000 to 1000.' })
  priority: number;

  @Field(() => DateTime, { nullable: true, description: 'From when on; left out for always.' })
  startsAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when, exclusive.' })
  endsAt?: Date | null;

  @Field(() => [PriceRuleInput], { description: 'What it says, 500 rules at most.' })
  rules: PriceRuleInput[];
}

@InputType({ description: 'What a price list shall be, its rules included.' })
export class PriceListUpdateInput extends PriceListCreateInput {
  @Field(() => ID, { description: 'The list.' })
  priceListId: string;

  @Field(() => Int, { nullable: true, description: 'Refused when the list has another version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Which price list is removed.' })
export class PriceListRemoveInput {
  @Field(() => ID, { description: 'The list.' })
  priceListId: string;
}

@ObjectType({ description: 'Outcome of priceListCreate.' })
export class PriceListCreatePayload extends MutationPayload {
  @Field(() => PriceListType, { nullable: true, description: 'The new list.' })
  priceList?: PriceListType;
}

@ObjectType({ description: 'Outcome of priceListUpdate.' })
export class PriceListUpdatePayload extends MutationPayload {
  @Field(() => PriceListType, { nullable: true, description: 'The list now.' })
  priceList?: PriceListType;
}

@ObjectType({ description: 'Outcome of priceListRemove.' })
export class PriceListRemovePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The list that is gone.' })
  priceListId?: string;
}

export const PriceListConnection = connectionOf('PriceList', () => PriceListType);

/** Maps a price list to its GraphQL form. */
export function toPriceListType(list: PriceListRecord): PriceListType {
  return Object.assign(new PriceListType(), {
    ...list,
    customerGroup: list.customerGroup ?? undefined,
    startsAt: list.startsAt ?? undefined,
    endsAt: list.endsAt ?? undefined,
  });
}

/** Maps a rule to its GraphQL form. */
export function toPriceRuleType(rule: RuleRecord, currencyCode: string): PriceRuleType {
  const { productId, variationId, minQuantity, terms } = rule;
  return Object.assign(new PriceRuleType(), {
    productId: productId ?? undefined,
    variationId: variationId ?? undefined,
    minQuantity,
    ...(terms.kind === 'FIXED'
      ? { price: toDecimal(money(terms.priceMinor, currencyCode)) }
      : { percentOff: ppmToPercent(terms.offPpm) }),
  });
}
