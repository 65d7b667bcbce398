import type { z } from 'zod';

import type { CatalogModule } from '../../catalog';
import type { CustomerGroupRepository } from '../../customers';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { ShopSettingsReader } from '../../shop';
import { PROMOTIONS_TAG } from '../domain/promotion-tag';
import type { CouponCodeRepository } from '../persistence/coupon-code.repository';
import type { PromotionRecord } from '../persistence/promotion.record';
import type { PromotionRepository } from '../persistence/promotion.repository';
import {
  type PromotionInput,
  type promotionRemoveInput,
  type promotionUpdateInput,
  statedPromotion,
} from './promotion-input';

export interface PromotionStores {
  readonly promotions: PromotionRepository;
  readonly codes: CouponCodeRepository;
}

/** What promotions may name. */
export interface PromotionGoods {
  readonly prices: CatalogModule['prices'];
  readonly groups: CustomerGroupRepository;
}

/** Makes, changes and removes promotions. */
export class ChangePromotions {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly stores: PromotionStores,
    private readonly goods: PromotionGoods,
    private readonly settings: ShopSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** Makes a promotion. */
  async create(input: PromotionInput): Promise<Result<string>> {
    const { currencyCode } = await this.settings.read();
    return this.transactions.run((tx) =>
      this.put(tx, { id: newId(), version: 1 }, input, currencyCode),
    );
  }

  /** Makes a promotion what the input says. What carts and checkouts that are open cost follows at once. */
  async update(input: z.output<typeof promotionUpdateInput>): Promise<Result<string>> {
    const { promotionId, expectedVersion } = input;
    const { currencyCode } = await this.settings.read();
    return this.transactions.run(async (tx) => {
      const promotion = await this.stores.promotions.lock(tx, promotionId);
      if (!promotion) return refused(notFound('There is no such promotion.', 'promotionId'));
      if (expectedVersion !== undefined && expectedVersion !== promotion.version) {
        return refused({
          code: 'VERSION_CONFLICT',
          message: 'The promotion was changed meanwhile.',
          path: ['expectedVersion'],
          currentVersion: promotion.version,
        });
      }
      const identity = { id: promotionId, version: promotion.version + 1 };
      return this.put(tx, identity, input, currencyCode);
    });
  }

  /** Removes a promotion with its codes; one that is gone already is no error. */
  remove({ promotionId }: z.output<typeof promotionRemoveInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      await this.stores.promotions.remove(tx, promotionId);
      tx.changed(PROMOTIONS_TAG);
      return accepted(promotionId);
    });
  }

  private async put(
    tx: Transaction,
    identity: Pick<PromotionRecord, 'id' | 'version'>,
    input: PromotionInput,
    currencyCode: string,
  ): Promise<Result<string>> {
    const stated = statedPromotion(input, currencyCode);
    if (!stated.ok) return stated;
    const promotion: PromotionRecord = { ...identity, ...stated.value };
    const unknown = await this.unknownNames(tx, promotion);
    if (unknown.length > 0) return refused(...unknown);
    if (!(await this.stores.promotions.put(tx, promotion))) {
      return refused({
        code: 'INVALID_INPUT',
        message: 'Another promotion has this name.',
        path: ['name'],
      });
    }
    tx.changed(PROMOTIONS_TAG);
    return this.addCode(tx, identity.id, input.code ?? undefined);
  }

  /** A code of its own that it has already is no error. */
  private async addCode(
    tx: Transaction,
    id: string,
    code: string | undefined,
  ): Promise<Result<string>> {
    if (code === undefined) return accepted(id);
    const named = { promotionId: id, usageLimit: null, createdAt: this.clock.now() };
    const added = await this.stores.codes.add(tx, named, [code]);
    if (added > 0 || (await this.stores.codes.has(tx, id, code))) return accepted(id);
    return refused({
      code: 'INVALID_INPUT',
      message: 'Another promotion has this code.',
      path: ['code'],
    });
  }

  private async unknownNames(
    tx: Transaction,
    { benefit, targets, conditions }: PromotionRecord,
  ): Promise<Refusal[]> {
    const { productIds = [] } = targets;
    const giftId = benefit.kind === 'GIFT' ? benefit.variationId : undefined;
    const variationIds = giftId === undefined ? [] : [giftId];
    const isNamed = productIds.length > 0 || giftId !== undefined;
    const named = isNamed ? await this.goods.prices.named(tx, { productIds, variationIds }) : [];
    const known = new Set(named.flatMap(({ productId, variationId }) => [productId, variationId]));
    const refusals = productIds.flatMap((id, index): Refusal[] =>
      known.has(id)
        ? []
        : [notFound('The shop has no such product.', 'targets', 'productIds', String(index))],
    );
    if (giftId !== undefined && !known.has(giftId)) {
      refusals.push(notFound('The shop has no such variation.', 'benefit', 'giftVariationId'));
    }
    const { customerGroup } = conditions;
    if (customerGroup !== undefined && !(await this.goods.groups.exists(tx, customerGroup))) {
      refusals.push(
        notFound('There is no such group of customers.', 'conditions', 'customerGroup'),
      );
    }
    return refusals;
  }
}

function notFound(message: string, ...path: string[]): Refusal {
  return { code: 'NOT_FOUND', message, path };
}
