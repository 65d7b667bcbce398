import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../catalog';
import type { Clock } from '../kernel/clock';
import type { Moment } from '../platform/changes/change-feed';
import { KeptValue } from '../platform/changes/kept-value';
import type { Platform } from '../platform/module';
import type { Buyer, OfferedPromotions, PromotionCandidate, PromotionSource } from '../pricing';
import { SHOP_TAG } from '../shop';
import { couponKey } from './domain/coupon-code';
import { PROMOTIONS_TAG } from './domain/promotion-tag';
import { type PromotionBook, readPromotionBook } from './persistence/promotion-book.read-model';
import { PromotionUses } from './persistence/promotion-uses';

/** What promotions ask other modules. */
export interface PromotionPorts {
  readonly catalog: Pick<CatalogReader, 'variations'>;
  /** Units of variations that can be bought now. */
  available(
    variationIds: readonly string[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, number>>;
  /** Whether somebody has ordered before. */
  hasOrdered(buyer: Pick<Buyer, 'customerId' | 'email'>, manager: EntityManager): Promise<boolean>;
}

type GroupedBuyer = Buyer & { readonly customerGroup: string | undefined };

interface FoundCode {
  readonly code: string;
  readonly promotionId: string;
  readonly usageLimit: number | null;
}

interface OpenCandidate extends PromotionCandidate {
  readonly codeLimit?: number | null;
}

/**
 * Offers promotions to buyers: automatic ones, and those whose codes they have entered. The book of promotions is kept
 * until the database says that it has changed; what else has to be known is only asked for where one depends on it.
 */
export class KeptPromotions implements PromotionSource {
  private readonly kept: KeptValue<PromotionBook>;
  private readonly uses = new PromotionUses();
  private readonly clock: Clock;

  constructor(
    {
      dataSource,
      changes,
      clock,
    }: Pick<Platform, 'changes' | 'clock'> & {
      readonly dataSource: DataSource;
    },
    private readonly ports: PromotionPorts,
  ) {
    this.clock = clock;
    this.kept = new KeptValue(dataSource, changes, {
      tags: [PROMOTIONS_TAG, SHOP_TAG],
      tagsOf: ({ collectionIds }) => collectionIds.map((id) => `collection:${id}:members`),
      read: readPromotionBook,
    });
  }

  async asksForGroups(moment: Moment | undefined, manager: EntityManager): Promise<boolean> {
    return (await this.kept.at(moment, manager)).hasGroups;
  }

  async offered(
    buyer: GroupedBuyer,
    moment: Moment | undefined,
    manager: EntityManager,
  ): Promise<OfferedPromotions> {
    const book = await this.kept.at(moment, manager);
    const at = buyer.at ?? this.clock.now();
    const keys = [...new Set(buyer.couponCodes?.map(couponKey))];
    const found = keys.length > 0 ? await codesOf(manager, keys) : [];
    const entered = found.flatMap(({ code, promotionId, usageLimit }): OpenCandidate[] => {
      const promotion = book.byId.get(promotionId);
      return promotion ? [{ promotion, code, codeLimit: usageLimit }] : [];
    });
    const open = [...automaticFor(book, buyer, at), ...entered];
    const known = new Set(entered.map(({ code }) => code));
    const candidates = await this.counted(open, buyer, manager);
    const isFirstOrder = await this.isFirstOrder(open, buyer, manager);
    const giftVariations = await this.gifts(open, manager);
    const available = await this.availableGifts(giftVariations, buyer, manager);
    return {
      terms: {
        at,
        candidates,
        unknownCodes: keys.filter((key) => !known.has(key)),
        isFirstOrder,
        gifts: new Map(
          [...giftVariations].map(([id, { productId, basePriceMinor }]) => [
            id,
            { productId, basePriceMinor, available: available.get(id) ?? 0 },
          ]),
        ),
      },
      giftVariations,
      dependOnEmail: open.some(
        ({ promotion }) =>
          promotion.customerLimit !== null || promotion.conditions.firstOrderOnly === true,
      ),
    };
  }

  /** Says of those that may be used a limited number of times whether they can be used once more. */
  private async counted(
    open: readonly OpenCandidate[],
    { customerId, email, cartId }: GroupedBuyer,
    manager: EntityManager,
  ): Promise<PromotionCandidate[]> {
    const limited = open.filter(
      ({ promotion: { usageLimit, customerLimit }, codeLimit = null }) =>
        usageLimit !== null || customerLimit !== null || codeLimit !== null,
    );
    if (limited.length === 0) return open.map(({ promotion, code }) => ({ promotion, code }));
    const asked = limited.map(({ promotion, code }) => ({ promotionId: promotion.id, code }));
    const rows = await this.uses.usage(manager, asked, { customerId, email, cartId });
    const usage = new Map(limited.map((candidate, index) => [candidate, rows[index]]));
    return open.map((candidate): PromotionCandidate => {
      const { promotion, code, codeLimit } = candidate;
      const { total = 0, ofCode = 0, own = 0 } = usage.get(candidate) ?? {};
      const reached = (limit: number | null | undefined, count: number): boolean =>
        typeof limit === 'number' && count >= limit;
      const isUsedUp = reached(promotion.usageLimit, total) || reached(codeLimit, ofCode);
      const usedUp = isUsedUp
        ? 'TOTAL'
        : reached(promotion.customerLimit, own)
          ? 'CUSTOMER'
          : undefined;
      return { promotion, code, usedUp };
    });
  }

  /** Whoever is not known yet may be new. */
  private async isFirstOrder(
    open: readonly OpenCandidate[],
    { customerId, email }: GroupedBuyer,
    manager: EntityManager,
  ): Promise<boolean> {
    const isAsked = open.some(({ promotion }) => promotion.conditions.firstOrderOnly);
    if (!isAsked || (customerId === undefined && !email)) return true;
    return !(await this.ports.hasOrdered({ customerId, email }, manager));
  }

  private async gifts(
    open: readonly OpenCandidate[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, CatalogVariation>> {
    const ids = open.flatMap(({ promotion: { benefit } }) =>
      benefit.kind === 'GIFT' ? [benefit.variationId] : [],
    );
    return ids.length > 0 ? this.ports.catalog.variations(manager, ids) : new Map();
  }

  private async availableGifts(
    gifts: ReadonlyMap<string, CatalogVariation>,
    { held }: GroupedBuyer,
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, number>> {
    if (gifts.size === 0) return new Map();
    const available = await this.ports.available([...gifts.keys()], manager);
    return new Map(
      [...gifts.keys()].map((id) => [id, (available.get(id) ?? 0) + (held?.get(id) ?? 0)]),
    );
  }
}

/** Automatic promotions of other times or for others are nobody's business. */
function automaticFor(
  { automatic }: PromotionBook,
  { customerGroup }: GroupedBuyer,
  at: Date,
): OpenCandidate[] {
  return automatic
    .filter(({ startsAt, endsAt, conditions }) => {
      const isNow = (!startsAt || startsAt <= at) && (!endsAt || at < endsAt);
      const group = conditions.customerGroup;
      return isNow && (group === undefined || group === customerGroup);
    })
    .map((promotion) => ({ promotion }));
}

function codesOf(manager: EntityManager, keys: readonly string[]): Promise<FoundCode[]> {
  return manager.query(
    `SELECT code, promotion_id AS "promotionId", usage_limit AS "usageLimit"
     FROM coupon_code WHERE code = ANY($1) ORDER BY array_position($1, code)`,
    [keys],
  );
}
