import { Field, ID, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { MutationPayload } from '../../platform/graphql/payload';
import type { Rate } from '../domain/rates';
import type { Method } from '../domain/shipping-book';

/** Said of what staff see and of what they enter. */
export const FREE = 'From this subtotal on, after discounts, it is free.';

@ObjectType('ShippingWeightBand', { description: 'A price by weight.' })
export class ShippingWeightBandType {
  @Field(() => Int, { description: 'From this weight on, in grams.' })
  fromGrams: number;

  @Field(() => Int, { nullable: true, description: 'Below this weight; null when it never ends.' })
  belowGrams?: number;

  @Field(() => MoneyType, { description: 'Price of the delivery.' })
  price: MoneyType;
}

@ObjectType('ShippingSubtotalBand', { description: 'A price by what the goods cost.' })
export class ShippingSubtotalBandType {
  @Field(() => MoneyType, { description: 'From this subtotal on, after discounts.' })
  from: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'Below this; null when it never ends.' })
  below?: MoneyType;

  @Field(() => MoneyType, { description: 'Price of the delivery.' })
  price: MoneyType;
}

@ObjectType('ShippingRate', {
  description: 'What a way of delivery costs in a zone: one price, or bands by weight or subtotal.',
})
export class ShippingRateType {
  @Field(() => ID, { description: 'The zone.' })
  zoneId: string;

  @Field(() => MoneyType, { nullable: true, description: 'The one price.' })
  price?: MoneyType;

  @Field(() => [ShippingWeightBandType], { nullable: true, description: 'The bands by weight.' })
  weightBands?: ShippingWeightBandType[];

  @Field(() => [ShippingSubtotalBandType], {
    nullable: true,
    description: 'The bands by subtotal.',
  })
  subtotalBands?: ShippingSubtotalBandType[];

  @Field(() => MoneyType, { nullable: true, description: FREE })
  freeFrom?: MoneyType;

  @Field(() => Int, { nullable: true, description: 'Working days that it takes at least.' })
  minDays?: number;

  @Field(() => Int, { nullable: true, description: 'Working days that it takes at most.' })
  maxDays?: number;
}

@ObjectType('ShippingMethodSettings', { description: 'A way of delivery as staff set it.' })
export class ShippingMethodSettingsType {
  @Field(() => String, { description: 'For programs.' })
  code: string;

  @Field(() => String, { description: 'Name for shoppers.' })
  name: string;

  @Field(() => String, { description: 'What to expect of it.' })
  description: string;

  @Field(() => Boolean, { description: 'Whether it is offered at all.' })
  isActive: boolean;

  @Field(() => [ShippingRateType], { description: 'Of the zones in which it is offered.' })
  rates: ShippingRateType[];
}

@ObjectType({ description: 'Outcome of shippingMethodSet.' })
export class ShippingMethodSetPayload extends MutationPayload {
  @Field(() => ShippingMethodSettingsType, { nullable: true, description: 'It now.' })
  shippingMethod?: ShippingMethodSettingsType;
}

@ObjectType({ description: 'Outcome of shippingMethodRemove.' })
export class ShippingMethodRemovePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Code of the one that is gone.' })
  code?: string;
}

/** Maps a way of delivery to the form in which staff see it. */
export function toMethodSettings(
  { rates, ...method }: Method,
  currencyCode: string,
): ShippingMethodSettingsType {
  return Object.assign(new ShippingMethodSettingsType(), method, {
    rates: [...rates].map(([zoneId, rate]) => toRateType(zoneId, rate, currencyCode)),
  });
}

function toRateType(zoneId: string, rate: Rate, currencyCode: string): ShippingRateType {
  const { kind, bands, freeFromMinor, minDays, maxDays } = rate;
  const shown = (minor: bigint): MoneyType => toMoneyType(money(minor, currencyCode));
  const weightBands = bands.map(({ from, below, priceMinor }) =>
    Object.assign(new ShippingWeightBandType(), {
      fromGrams: Number(from),
      belowGrams: below === undefined ? undefined : Number(below),
      price: shown(priceMinor),
    }),
  );
  const subtotalBands = bands.map(({ from, below, priceMinor }) =>
    Object.assign(new ShippingSubtotalBandType(), {
      from: shown(from),
      below: below === undefined ? undefined : shown(below),
      price: shown(priceMinor),
    }),
  );
  return Object.assign(new ShippingRateType(), {
    zoneId,
    price: kind === 'FLAT' ? shown(bands[0]?.priceMinor ?? 0n) : undefined,
    weightBands: kind === 'WEIGHT' ? weightBands : undefined,
    subtotalBands: kind === 'SUBTOTAL' ? subtotalBands : undefined,
    freeFrom: freeFromMinor === undefined ? undefined : shown(freeFromMinor),
    minDays,
    maxDays,
  });
}
