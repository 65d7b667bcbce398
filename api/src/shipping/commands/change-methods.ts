import { z } from 'zod';

import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { SHOP_TAG, type ShopSettingsReader } from '../../shop';
import type { ShippingRepository } from '../persistence/shipping.repository';
import { rateInput, readRates } from './rate-input';

const code = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Use small letters, digits and hyphens.');

export const methodSetInput = z.object({
  code,
  name: z.string().trim().min(1, 'Give a name.').max(100),
  description: z.string().trim().max(500),
  isActive: z.boolean(),
  rates: z.array(rateInput).max(300),
});
export const methodRemoveInput = z.object({ code });

/** Changes how the shop delivers. Open checkouts follow at once; what was quoted or ordered stays as it was. */
export class ChangeMethods {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly shipping: ShippingRepository,
    private readonly settings: ShopSettingsReader,
  ) {}

  /** Makes a way of delivery or replaces all that is said of it. */
  async set(input: z.output<typeof methodSetInput>): Promise<Result<string>> {
    const { currencyCode } = await this.settings.read();
    const rates = readRates(input.rates, currencyCode);
    if (!rates.ok) return rates;
    return this.transactions.run(async (tx) => {
      const zones = new Set((await this.shipping.lock(tx)).zones.map(({ id }) => id));
      const unknown = input.rates.findIndex(({ zoneId }) => !zones.has(zoneId));
      if (unknown >= 0) {
        const path = ['rates', String(unknown), 'zoneId'];
        return refused({ code: 'NOT_FOUND', message: 'There is no such zone.', path });
      }
      await this.shipping.putMethod(tx, { ...input, rates: rates.value });
      tx.changed(SHOP_TAG);
      return accepted(input.code);
    });
  }

  /** Removes a way of delivery; one that is gone already is no error. */
  remove(input: z.output<typeof methodRemoveInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      await this.shipping.lock(tx);
      await this.shipping.removeMethod(tx, input.code);
      tx.changed(SHOP_TAG);
      return accepted(input.code);
    });
  }
}
