import { z } from 'zod';

import type { CatalogModule } from '../../catalog';
import { newId } from '../../kernel/ids';
import { percentToPpm } from '../../kernel/percent';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { idInput } from '../../platform/graphql/input-schemas';
import type { ShopSettingsReader } from '../../shop';
import { PRICING_TAG } from '../domain/pricing-tag';
import { placeKey } from '../domain/tax-region';
import type { TaxClassRecord, TaxRateRecord, TaxRepository } from '../persistence/tax.repository';

const code = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Use small letters, digits and hyphens.');
const name = z.string().trim().min(1, 'Give a name.').max(100);
const place = z
  .string()
  .max(20)
  .nullish()
  .transform((text) => placeKey(text ?? ''));

export const taxClassInput = z.object({ code, name });
export const taxRateInput = z.object({
  taxClass: code,
  countryCode: z.string(),
  region: place,
  postcodePrefix: place,
  layer: z.number().int().min(1, 'Layers begin at 1.').max(5, 'There are five layers at most.'),
  name,
  percent: z.string().transform((text, context) => {
    const ppm = percentToPpm(text);
    if (ppm !== undefined) return ppm;
    const message = 'Give a percentage from 0 to 100 with four decimals at most.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
  isCompound: z.boolean(),
});
export const taxRateRemoveInput = z.object({ taxRateId: idInput });
export const productTaxClassInput = z.object({
  productIds: z.array(idInput).min(1, 'Name at least one product.').max(500),
  taxClass: code,
});
export const taxSettingsInput = z.object({
  rounding: z.enum(['HALF_UP', 'HALF_EVEN']),
  defaultClass: code,
  shippingClass: code,
  pricesIncludeTax: z.boolean().nullish(),
});

/** What a new shop begins with. */
export interface FirstTaxes {
  readonly classes: readonly TaxClassRecord[];
  readonly rates: readonly Omit<TaxRateRecord, 'id'>[];
  readonly products: readonly { readonly id: string; readonly taxClass: string }[];
}

/** Changes how the shop takes tax. Open carts follow at once; what was quoted or ordered stays as it was. */
export class ChangeTaxes {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly taxes: TaxRepository,
    private readonly prices: CatalogModule['prices'],
    private readonly shop: Pick<ShopSettingsReader, 'saveIn'>,
  ) {}

  /** Makes or renames a class. */
  setClass(input: z.output<typeof taxClassInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      await this.taxes.putClass(tx, input);
      tx.changed(PRICING_TAG);
      return accepted(input.code);
    });
  }

  /** Makes a rate, or replaces the one of the same class, place and layer. */
  setRate({ percent, ...rate }: z.output<typeof taxRateInput>): Promise<Result<string>> {
    return this.transactions.run((tx) =>
      this.withClasses(tx, { taxClass: rate.taxClass }, () =>
        this.taxes.putRate(tx, { id: newId(), ...rate, ratePpm: percent }),
      ),
    );
  }

  /** Removes a rate; one that is gone already is no error. */
  removeRate({ taxRateId }: z.output<typeof taxRateRemoveInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      await this.taxes.removeRate(tx, taxRateId);
      tx.changed(PRICING_TAG);
      return accepted(taxRateId);
    });
  }

  /** Puts products into a class. */
  assignClass({
    productIds,
    taxClass,
  }: z.output<typeof productTaxClassInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const named = await this.prices.named(tx, { productIds, variationIds: [] });
      const known = new Set(named.map(({ productId }) => productId));
      if (productIds.some((id) => !known.has(id))) {
        const message = 'The shop has no such product.';
        return refused({ code: 'NOT_FOUND', message, path: ['productIds'] });
      }
      return this.withClasses(tx, { taxClass }, async () => {
        await this.taxes.assignClass(tx, productIds, taxClass);
        return taxClass;
      });
    });
  }

  /** Gives a shop without rates its taxes, in the transaction that fills it with these products. */
  async setUp(tx: Transaction, { classes, rates, products }: FirstTaxes): Promise<void> {
    if (await this.taxes.hasRates(tx)) return;
    tx.changed(PRICING_TAG);
    for (const each of classes) await this.taxes.putClass(tx, each);
    for (const rate of rates) await this.taxes.putRate(tx, { id: newId(), ...rate });
    const byClass = Map.groupBy(products, ({ taxClass }) => taxClass);
    for (const [taxClass, members] of byClass) {
      await this.taxes.assignClass(
        tx,
        members.map(({ id }) => id),
        taxClass,
      );
    }
  }

  /** Sets what holds wherever nothing else is said. */
  setSettings(input: z.output<typeof taxSettingsInput>): Promise<Result<null>> {
    const { defaultClass, shippingClass, pricesIncludeTax } = input;
    return this.transactions.run((tx) =>
      this.withClasses(tx, { defaultClass, shippingClass }, async () => {
        await this.taxes.putSettings(tx, input);
        if (pricesIncludeTax != null) await this.shop.saveIn(tx, { pricesIncludeTax });
        return null;
      }),
    );
  }

  /** Goes on when the classes named by these input fields exist. */
  private async withClasses<T>(
    tx: Transaction,
    named: Readonly<Record<string, string>>,
    change: () => Promise<T>,
  ): Promise<Result<T>> {
    const known = await this.taxes.lockClasses(tx, Object.values(named));
    const unknown = Object.entries(named).filter(([, each]) => !known.has(each));
    if (unknown.length === 0) {
      tx.changed(PRICING_TAG);
      return accepted(await change());
    }
    return refused(
      ...unknown.map(([field, each]) => ({
        code: 'NOT_FOUND' as const,
        message: `There is no tax class ${each}.`,
        path: [field],
      })),
    );
  }
}
