import { Arg, Int, Mutation, Query, Resolver } from 'type-graphql';

import { fromDecimal } from '../../kernel/money';
import { ForStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { answer } from '../../platform/graphql/payload';
import { CountryCode, Decimal } from '../../platform/graphql/scalars';
import type { ShopSettingsReader } from '../../shop';
import { type ChangeMethods, methodRemoveInput, methodSetInput } from '../commands/change-methods';
import { type ChangeZones, zoneRemoveInput, zoneSetInput } from '../commands/change-zones';
import { tryDelivery } from '../domain/shipping-book';
import type { ShippingReader } from '../shipping-reader';
import { ShippingMethodRemoveInput, ShippingMethodSetInput } from './rate.inputs';
import {
  ShippingMethodRemovePayload,
  ShippingMethodSetPayload,
  ShippingMethodSettingsType,
  toMethodSettings,
} from './rate.types';
import { ShippingRateTestType, toRateTestType } from './rate-test.types';
import {
  ShippingZoneRemoveInput,
  ShippingZoneRemovePayload,
  ShippingZoneSetInput,
  ShippingZoneSetPayload,
  ShippingZoneType,
  toShippingZoneType,
} from './zone.types';

@Resolver()
export class ShippingSettingsResolver {
  constructor(
    private readonly shipping: ShippingReader,
    private readonly zones: ChangeZones,
    private readonly methods: ChangeMethods,
    private readonly settings: ShopSettingsReader,
  ) {}

  @ForStaff('SHIPPING_WRITE')
  @Query(() => [ShippingZoneType], { description: 'Where the shop delivers, by name.' })
  async shippingZones(): Promise<ShippingZoneType[]> {
    const { zones } = await this.shipping.book();
    return zones.map(toShippingZoneType);
  }

  @ForStaff('SHIPPING_WRITE')
  @Query(() => [ShippingMethodSettingsType], {
    description: 'Every way of delivery with its rates, also those that are switched off; by name.',
  })
  async shippingMethods(): Promise<ShippingMethodSettingsType[]> {
    const [{ methods }, { currencyCode }] = await Promise.all([
      this.shipping.book(),
      this.settings.read(),
    ]);
    return methods.map((method) => toMethodSettings(method, currencyCode));
  }

  @ForStaff('SHIPPING_WRITE')
  @Query(() => ShippingRateTestType, {
    description: 'How a parcel would be delivered: its zone, and each way of delivery or why not.',
  })
  async shippingRateTest(
    @Arg('countryCode', () => CountryCode, { description: 'Where it goes.' }) countryCode: string,
    @Arg('weightGrams', () => Int, { description: 'What it weighs, in grams.' })
    weightGrams: number,
    @Arg('subtotal', () => Decimal, {
      description: "What the goods cost after discounts, in the shop's currency.",
    })
    subtotal: string,
    @Arg('postcode', () => String, { nullable: true, description: 'Where in the country.' })
    postcode?: string,
  ): Promise<ShippingRateTestType> {
    const { currencyCode } = await this.settings.read();
    const amount = fromDecimal(subtotal, currencyCode);
    if (!amount || amount.amountMinor < 0n || weightGrams < 0) {
      throw new AppError('BAD_USER_INPUT', `Give a weight and an amount of ${currencyCode}.`);
    }
    const goods = { subtotalMinor: amount.amountMinor, weightGrams, quantity: 1 };
    const trial = tryDelivery(await this.shipping.book(), { countryCode, postcode }, goods);
    return toRateTestType(trial, currencyCode);
  }

  @ForStaff('SHIPPING_WRITE')
  @Mutation(() => ShippingZoneSetPayload, { description: 'Makes a zone or replaces one.' })
  shippingZoneSet(
    @Arg('input', () => ShippingZoneSetInput, { description: 'The zone.' })
    input: ShippingZoneSetInput,
  ): Promise<ShippingZoneSetPayload> {
    return answer(
      ShippingZoneSetPayload,
      zoneSetInput,
      input,
      (valid) => this.zones.set(valid),
      async (payload, id) => {
        payload.shippingZone = (await this.shippingZones()).find((each) => each.id === id);
      },
    );
  }

  @ForStaff('SHIPPING_WRITE')
  @Mutation(() => ShippingZoneRemovePayload, {
    description: 'Removes a zone and the rates in it; one that is gone already is no error.',
  })
  shippingZoneRemove(
    @Arg('input', () => ShippingZoneRemoveInput, { description: 'Which one.' })
    input: ShippingZoneRemoveInput,
  ): Promise<ShippingZoneRemovePayload> {
    return answer(
      ShippingZoneRemovePayload,
      zoneRemoveInput,
      input,
      (valid) => this.zones.remove(valid),
      (payload, id) => {
        payload.shippingZoneId = id;
      },
    );
  }

  @ForStaff('SHIPPING_WRITE')
  @Mutation(() => ShippingMethodSetPayload, {
    description: 'Makes a way of delivery or replaces all that is said of one.',
  })
  shippingMethodSet(
    @Arg('input', () => ShippingMethodSetInput, { description: 'The way of delivery.' })
    input: ShippingMethodSetInput,
  ): Promise<ShippingMethodSetPayload> {
    return answer(
      ShippingMethodSetPayload,
      methodSetInput,
      input,
      (valid) => this.methods.set(valid),
      async (payload, code) => {
        payload.shippingMethod = (await this.shippingMethods()).find((each) => each.code === code);
      },
    );
  }

  @ForStaff('SHIPPING_WRITE')
  @Mutation(() => ShippingMethodRemovePayload, {
    description: 'Removes a way of delivery; one that is gone already is no error.',
  })
  shippingMethodRemove(
    @Arg('input', () => ShippingMethodRemoveInput, { description: 'Which one.' })
    input: ShippingMethodRemoveInput,
  ): Promise<ShippingMethodRemovePayload> {
    return answer(
      ShippingMethodRemovePayload,
      methodRemoveInput,
      input,
      (valid) => this.methods.remove(valid),
      (payload, code) => {
        payload.code = code;
      },
    );
  }
}
