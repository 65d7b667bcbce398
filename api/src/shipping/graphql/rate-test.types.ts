import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import type { Trial, Verdict } from '../domain/shipping-book';
import { ShippingZoneType, toShippingZoneType } from './zone.types';

export enum NotOfferedName {
  INACTIVE = 'INACTIVE',
  NO_RATE = 'NO_RATE',
  OUTSIDE_BANDS = 'OUTSIDE_BANDS',
}
registerEnumType(NotOfferedName, {
  name: 'ShippingNotOffered',
  description: 'Why a way of delivery is not offered.',
  valuesConfig: {
    INACTIVE: { description: 'It is switched off.' },
    NO_RATE: { description: 'It has no rate in the zone.' },
    OUTSIDE_BANDS: { description: 'The goods are heavier or dearer than its bands reach.' },
  },
});

@ObjectType('ShippingVerdict', { description: 'What became of one way of delivery.' })
export class ShippingVerdictType {
  @Field(() => String, { description: 'Its code.' })
  code: string;

  @Field(() => String, { description: 'Its name for shoppers.' })
  name: string;

  @Field(() => MoneyType, { nullable: true, description: 'What it costs; null when not offered.' })
  price?: MoneyType;

  @Field(() => NotOfferedName, { nullable: true, description: 'Why it is not offered.' })
  notOffered?: NotOfferedName;

  @Field(() => Int, { nullable: true, description: 'Working days that it takes at least.' })
  minDays?: number;

  @Field(() => Int, { nullable: true, description: 'Working days that it takes at most.' })
  maxDays?: number;
}

@ObjectType('ShippingRateTest', { description: 'How a parcel would be delivered.' })
export class ShippingRateTestType {
  @Field(() => ShippingZoneType, {
    nullable: true,
    description: 'The zone of the address; null when the shop does not deliver there.',
  })
  zone?: ShippingZoneType;

  @Field(() => String, {
    nullable: true,
    description: 'What of the zone the address lies in, such as "GB BT*" or "everywhere else".',
  })
  place?: string;

  @Field(() => [ShippingVerdictType], { description: 'Every way of delivery, by name.' })
  methods: ShippingVerdictType[];
}

/** Maps a trial to its GraphQL form. */
export function toRateTestType(
  trial: Trial | undefined,
  currencyCode: string,
): ShippingRateTestType {
  const place = trial && `${trial.place.countryCode} ${trial.place.postcodes}`.trim();
  return Object.assign(new ShippingRateTestType(), {
    zone: trial && toShippingZoneType(trial.zone),
    place: place === '*' ? 'everywhere else' : place,
    methods: (trial?.verdicts ?? []).map((verdict) => toVerdictType(verdict, currencyCode)),
  });
}

function toVerdictType(verdict: Verdict, currencyCode: string): ShippingVerdictType {
  const { method, rate, priceMinor, notOffered } = verdict;
  return Object.assign(new ShippingVerdictType(), {
    code: method.code,
    name: method.name,
    price: priceMinor === undefined ? undefined : toMoneyType(money(priceMinor, currencyCode)),
    notOffered: notOffered && NotOfferedName[notOffered],
    minDays: rate?.minDays,
    maxDays: rate?.maxDays,
  });
}
