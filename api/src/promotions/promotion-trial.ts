import type { DataSource } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../catalog';
import { type BuyingTerms, priceBasket, type PricedBasket, type PricingReader } from '../pricing';

/** A cart that nobody has. */
export interface SampleCart {
  readonly lines: readonly { readonly variationId: string; readonly quantity: number }[];
  readonly couponCodes: readonly string[];
  readonly customerGroup: string | undefined;
  readonly countryCode: string | undefined;
  /** Of delivery, in minor units; absent while none is chosen. */
  readonly shippingMinor: bigint | undefined;
  readonly at: Date | undefined;
}

/** A line of such a cart, with what it is of. */
interface TrialLine {
  readonly id: string;
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
  readonly weightGrams: number;
  readonly attributes: CatalogVariation['attributes'];
  readonly quantity: number;
  readonly variation: CatalogVariation;
}

/** Such a cart at its prices. */
export interface TriedCart {
  readonly basket: PricedBasket<TrialLine>;
  readonly terms: BuyingTerms;
}

/** Tries promotions out on carts that nobody has. */
export class PromotionTrial {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: Pick<CatalogReader, 'variations'>,
    private readonly pricing: PricingReader,
  ) {}

  /** The cart at its prices. Variations that the shop does not have are left out. */
  async run(cart: SampleCart): Promise<TriedCart> {
    const { manager } = this.dataSource;
    const ids = cart.lines.map(({ variationId }) => variationId);
    const variations = await this.catalog.variations(manager, ids);
    const { couponCodes, customerGroup, countryCode, at, shippingMinor } = cart;
    const place = countryCode === undefined ? undefined : { countryCode };
    const terms = await this.pricing.terms({
      ...{ customerId: undefined, place, couponCodes, customerGroup, at },
    });
    const lines = cart.lines.flatMap(({ variationId, quantity }, index): TrialLine[] => {
      const variation = variations.get(variationId);
      if (!variation) return [];
      const { productId, basePriceMinor, weightGrams, attributes } = variation;
      const goods = { productId, variationId, basePriceMinor, weightGrams, attributes };
      return [{ id: String(index + 1), ...goods, quantity, variation }];
    });
    const delivery =
      shippingMinor === undefined ? undefined : { code: 'trial', rate: () => shippingMinor };
    return { basket: priceBasket({ lines, delivery }, terms), terms };
  }
}
