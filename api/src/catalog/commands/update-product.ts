import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { fromDecimal } from '../../kernel/money';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { expectedVersionInput, idInput } from '../../platform/graphql/input-schemas';
import type { ShopSettingsReader } from '../../shop';
import { changeProduct } from '../domain/product-change';
import type { ProductRepository } from '../persistence/product.repository';
import { productDescription, productTitle } from './product-input';

const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

export const productUpdateInput = z.object({
  productId: idInput,
  title: productTitle.nullish().transform(given),
  description: productDescription.nullish().transform(given),
  basePrice: z.object({ amount: z.string(), currencyCode: z.string() }).nullish().transform(given),
  expectedVersion: expectedVersionInput,
});
export type ProductUpdateInput = z.output<typeof productUpdateInput>;

function notFound(): Refusal {
  return { code: 'NOT_FOUND', message: 'There is no such product.', path: ['productId'] };
}

/** Changes a product's title, description or base price. */
export class UpdateProduct {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly products: ProductRepository,
    private readonly settings: ShopSettingsReader,
    private readonly clock: Clock,
  ) {}

  async run({ productId, basePrice, ...wish }: ProductUpdateInput): Promise<Result<string>> {
    const price = basePrice && (await this.toMinor(basePrice));
    if (price && !price.ok) return price;
    return this.transactions.run(async (tx) => {
      const product = await this.products.lockOne(tx, productId);
      if (!product) return refused(notFound());
      const changed = changeProduct(product, { ...wish, basePriceMinor: price?.value });
      if (!changed.ok) return changed;
      if (changed.value.version !== product.version) {
        await this.products.update(tx, productId, changed.value, this.clock.now());
      }
      return accepted(productId);
    });
  }

  private async toMinor(price: {
    readonly amount: string;
    readonly currencyCode: string;
  }): Promise<Result<bigint>> {
    const { currencyCode } = await this.settings.read();
    const path = ['basePrice'];
    if (price.currencyCode !== currencyCode) {
      return refused({
        code: 'INVALID_INPUT',
        message: `Prices are in ${currencyCode}.`,
        path: [...path, 'currencyCode'],
      });
    }
    const value = fromDecimal(price.amount, currencyCode);
    if (value) return accepted(value.amountMinor);
    return refused({
      code: 'INVALID_INPUT',
      message: `This is no amount of ${currencyCode}.`,
      path: [...path, 'amount'],
    });
  }
}
