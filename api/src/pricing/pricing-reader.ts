import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogVariation } from '../catalog';
import type { CustomerGroupRepository } from '../customers';
import type { ChangeFeed, Moment } from '../platform/changes/change-feed';
import { KeptValue } from '../platform/changes/kept-value';
import { SHOP_TAG } from '../shop';
import { PRICING_TAG } from './domain/pricing-tag';
import type { PriceBook, PricingTerms } from './domain/pricing-terms';
import type { PromotionTerms } from './domain/promotion';
import type { TaxPlace } from './domain/tax-region';
import { readPriceBook } from './persistence/price-book.read-model';

/** Who buys, and where it goes. */
export interface Buyer {
  /** Absent for guests. */
  readonly customerId: string | undefined;
  /** Absent until an address is known: then it counts as staying in the shop's first country. */
  readonly place: TaxPlace | undefined;
  /** Codes that were entered, as they were. */
  readonly couponCodes?: readonly string[] | undefined;
  /** By which a guest is known. */
  readonly email?: string | undefined;
  /** What an open checkout of this cart uses of promotions and stock does not count against it. */
  readonly cartId?: string | undefined;
  readonly held?: ReadonlyMap<string, number> | undefined;
  /** The group of a buyer who is only imagined, and when they buy; else it is found out. */
  readonly customerGroup?: string | undefined;
  readonly at?: Date | undefined;
}

/** Promotions in the eyes of a buyer. */
export interface OfferedPromotions {
  readonly terms: PromotionTerms;
  /** Gifts as they are shown. */
  readonly giftVariations: ReadonlyMap<string, CatalogVariation>;
  /** Whether they may be others for another e-mail address. */
  readonly dependOnEmail: boolean;
}

/** Where promotions come from. */
export interface PromotionSource {
  /** As of a moment, if it is known; a transaction lends its connection. */
  offered(
    buyer: Buyer & { readonly customerGroup: string | undefined },
    moment: Moment | undefined,
    manager: EntityManager,
  ): Promise<OfferedPromotions>;
  /** Whether any promotion is for a group of customers. */
  asksForGroups(moment: Moment | undefined, manager: EntityManager): Promise<boolean>;
}

/** On what somebody buys. */
export interface BuyingTerms extends PricingTerms, Omit<OfferedPromotions, 'terms'> {}

interface KeptBook {
  readonly book: PriceBook;
  readonly hasGroups: boolean;
}

/** Tells on which terms somebody buys. The price book is kept until the database says that it has changed. */
export class PricingReader {
  private readonly kept: KeptValue<KeptBook>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Pick<ChangeFeed, 'current' | 'changedSince'>,
    private readonly groups: CustomerGroupRepository,
    private readonly promotions: PromotionSource,
  ) {
    const tags = [PRICING_TAG, SHOP_TAG];
    this.kept = new KeptValue(dataSource, changes, { tags, read: readBook });
  }

  /** The terms as of all that was committed before the call. A transaction lends its connection. */
  async terms(
    buyer: Buyer,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BuyingTerms> {
    const moment = await this.changes.current().catch(() => undefined);
    const { book, hasGroups } = await this.kept.at(moment, manager);
    const { customerId, place = { countryCode: book.homeCountry } } = buyer;
    const asksForGroup =
      customerId !== undefined &&
      (hasGroups || (await this.promotions.asksForGroups(moment, manager)));
    const customerGroup = asksForGroup
      ? await this.groups.groupOf(manager, customerId)
      : buyer.customerGroup;
    const offered = await this.promotions.offered({ ...buyer, customerGroup }, moment, manager);
    const { terms: promotions, ...rest } = offered;
    return { book, place, customerGroup, promotions, ...rest };
  }
}

async function readBook(manager: EntityManager): Promise<KeptBook> {
  const book = await readPriceBook(manager);
  const hasGroups = [...book.priceRules.values()]
    .flat()
    .some(({ customerGroup }) => customerGroup !== null);
  return { book, hasGroups };
}
