import { Arg, Query, Resolver } from 'type-graphql';
import { z } from 'zod';

import type { ShownVariation } from '../../catalog';
import { fromDecimal, money } from '../../kernel/money';
import { ForStaff } from '../../platform/graphql/access';
import { AppError } from '../../platform/graphql/app-error';
import { idInput } from '../../platform/graphql/input-schemas';
import { toMoneyType } from '../../platform/graphql/money.type';
import { explainPrices, toCostType, toPriceExplanationType } from '../../pricing';
import type { ShopSettingsReader } from '../../shop';
import type { PromotionTrial, TriedCart } from '../promotion-trial';
import {
  PromotionTestInput,
  PromotionTestLineType,
  PromotionTestType,
} from './promotion-test.types';

const sampleInput = z.object({
  lines: z
    .array(z.object({ variationId: idInput, quantity: z.number().int().min(1).max(100_000) }))
    .max(100),
  couponCodes: z.array(z.string().max(100)).max(20),
  customerGroup: z.string().nullish(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  shippingPrice: z.string().nullish(),
  at: z.date().nullish(),
});

@Resolver()
export class PromotionTestResolver {
  constructor(
    private readonly trial: PromotionTrial,
    private readonly settings: ShopSettingsReader,
    private readonly shownVariation: ShownVariation,
  ) {}

  @ForStaff('PROMOTIONS_WRITE')
  @Query(() => PromotionTestType, {
    description: 'What a cart that nobody has would cost, and why: to try promotions out.',
  })
  async promotionTest(
    @Arg('input', () => PromotionTestInput, { description: 'The cart.' })
    input: PromotionTestInput,
  ): Promise<PromotionTestType> {
    const { currencyCode } = await this.settings.read();
    const parsed = sampleInput.safeParse(input);
    const price =
      input.shippingPrice == null ? undefined : fromDecimal(input.shippingPrice, currencyCode);
    const isPriced = input.shippingPrice == null || (price && price.amountMinor >= 0n);
    if (!parsed.success || !isPriced) {
      throw new AppError('BAD_USER_INPUT', 'This is no cart that can be tried out.');
    }
    const { lines, couponCodes, customerGroup, countryCode, at } = parsed.data;
    const tried = await this.trial.run({
      lines,
      couponCodes,
      customerGroup: customerGroup ?? undefined,
      countryCode: countryCode ?? undefined,
      shippingMinor: price?.amountMinor,
      at: at ?? undefined,
    });
    return this.toType(tried, currencyCode);
  }

  private toType({ basket, terms }: TriedCart, currencyCode: string): PromotionTestType {
    const bought = basket.lines.map(({ line, unitPriceMinor, cost }) => ({
      ...{ id: line.id, quantity: line.quantity, variation: line.variation },
      ...{ unitPriceMinor, cost, isGift: false },
    }));
    const gifts = basket.gifts.flatMap(({ promotionId, variationId, quantity, cost }) => {
      const variation = terms.giftVariations.get(variationId);
      const gift = { id: promotionId, quantity, unitPriceMinor: 0n, cost, isGift: true };
      return variation ? [{ ...gift, variation }] : [];
    });
    return Object.assign(new PromotionTestType(), {
      lines: [...bought, ...gifts].map(({ unitPriceMinor, cost, variation, ...line }) =>
        Object.assign(new PromotionTestLineType(), {
          ...line,
          unitPrice: toMoneyType(money(unitPriceMinor, currencyCode)),
          cost: toCostType(cost, currencyCode),
          variation: this.shownVariation(variation, currencyCode),
        }),
      ),
      cost: toCostType(basket.cost, currencyCode),
      explanation: toPriceExplanationType(explainPrices(basket), currencyCode),
    });
  }
}
