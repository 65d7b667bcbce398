import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { CatalogModule } from '../../catalog';
import { ForStaff } from '../../platform/graphql/access';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import { CountryCode } from '../../platform/graphql/scalars';
import {
  type ChangeTaxes,
  productTaxClassInput,
  taxClassInput,
  taxRateInput,
  taxRateRemoveInput,
  taxSettingsInput,
} from '../commands/change-taxes';
import type { TaxRepository } from '../persistence/tax.repository';
import {
  ProductTaxClassSetInput,
  ProductTaxClassSetPayload,
  RoundingName,
  TaxClassSetInput,
  TaxClassSetPayload,
  TaxClassType,
  TaxRateRemoveInput,
  TaxRateRemovePayload,
  TaxRateSetInput,
  TaxRateSetPayload,
  TaxRateType,
  TaxSettingsSetInput,
  TaxSettingsSetPayload,
  TaxSettingsType,
  toTaxRateType,
} from './tax.types';

@Resolver()
export class TaxResolver {
  constructor(
    private readonly taxes: TaxRepository,
    private readonly change: ChangeTaxes,
    private readonly productById: CatalogModule['productById'],
  ) {}

  @ForStaff('PRICING_WRITE')
  @Query(() => [TaxClassType], { description: 'The tax classes, by code; a handful.' })
  async taxClasses(): Promise<TaxClassType[]> {
    const classes = await this.taxes.classes();
    return classes.map((each) => Object.assign(new TaxClassType(), each));
  }

  @ForStaff('PRICING_WRITE')
  @Query(() => [TaxRateType], { description: 'The rates of a country, or of all; by place.' })
  async taxRates(
    @Arg('countryCode', () => CountryCode, { nullable: true, description: 'Those of one country.' })
    countryCode?: string,
  ): Promise<TaxRateType[]> {
    return (await this.taxes.rates(countryCode)).map(toTaxRateType);
  }

  @ForStaff('PRICING_WRITE')
  @Query(() => TaxSettingsType, { description: 'What holds wherever nothing else is said.' })
  async taxSettings(): Promise<TaxSettingsType> {
    const { rounding, ...classes } = await this.taxes.settings();
    return Object.assign(new TaxSettingsType(), classes, { rounding: RoundingName[rounding] });
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => TaxClassSetPayload, { description: 'Makes or renames a tax class.' })
  taxClassSet(
    @Arg('input', () => TaxClassSetInput, { description: 'The class.' }) input: TaxClassSetInput,
  ): Promise<TaxClassSetPayload> {
    return answer(
      TaxClassSetPayload,
      taxClassInput,
      input,
      (valid) => this.change.setClass(valid),
      async (payload, code) => {
        const all = await this.taxClasses();
        payload.taxClass = all.find((each) => each.code === code);
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => TaxRateSetPayload, {
    description: 'Makes a rate, or replaces the one of the same class, place and layer.',
  })
  taxRateSet(
    @Arg('input', () => TaxRateSetInput, { description: 'The rate.' }) input: TaxRateSetInput,
  ): Promise<TaxRateSetPayload> {
    return answer(
      TaxRateSetPayload,
      taxRateInput,
      input,
      (valid) => this.change.setRate(valid),
      async (payload, id) => {
        const all = await this.taxRates(input.countryCode);
        payload.taxRate = all.find((each) => each.id === id);
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => TaxRateRemovePayload, {
    description: 'Removes a rate; one that is gone already is no error.',
  })
  taxRateRemove(
    @Arg('input', () => TaxRateRemoveInput, { description: 'Which one.' })
    input: TaxRateRemoveInput,
  ): Promise<TaxRateRemovePayload> {
    return answer(
      TaxRateRemovePayload,
      taxRateRemoveInput,
      input,
      (valid) => this.change.removeRate(valid),
      (payload, id) => {
        payload.taxRateId = id;
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => ProductTaxClassSetPayload, { description: 'Puts products into a tax class.' })
  productTaxClassSet(
    @Arg('input', () => ProductTaxClassSetInput, { description: 'Which, and where to.' })
    input: ProductTaxClassSetInput,
    @Ctx() context: RequestContext,
  ): Promise<ProductTaxClassSetPayload> {
    return answer(
      ProductTaxClassSetPayload,
      productTaxClassInput,
      input,
      (valid) => this.change.assignClass(valid),
      async (payload) => {
        const loaded = input.productIds.map((id) => context.loaders.get(this.productById).load(id));
        payload.products = (await Promise.all(loaded)).filter((product) => product !== undefined);
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => TaxSettingsSetPayload, {
    description: 'Sets how tax is rounded, and the classes of delivery and of everything else.',
  })
  taxSettingsSet(
    @Arg('input', () => TaxSettingsSetInput, { description: 'The settings.' })
    input: TaxSettingsSetInput,
  ): Promise<TaxSettingsSetPayload> {
    return answer(
      TaxSettingsSetPayload,
      taxSettingsInput,
      input,
      (valid) => this.change.setSettings(valid),
      async (payload) => {
        payload.taxSettings = await this.taxSettings();
      },
    );
  }
}
