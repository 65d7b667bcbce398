import type { DataSource, EntityManager } from 'typeorm';

import type { CustomerGroupRepository } from '../customers';
import type { ChangeFeed, Moment } from '../platform/changes/change-feed';
import { SHOP_TAG } from '../shop';
import { PRICING_TAG } from './domain/pricing-tag';
import type { PriceBook, PricingTerms } from './domain/pricing-terms';
import type { TaxPlace } from './domain/tax-region';
import { readPriceBook } from './persistence/price-book.read-model';

/** Who buys, and where it goes. */
export interface Buyer {
  /** Absent for guests. */
  readonly customerId: string | undefined;
  /** Absent until an address is known: then it counts as staying in the shop's first country. */
  readonly place: TaxPlace | undefined;
}

interface Kept {
  /** Before it was read. */
  readonly moment: Moment;
  readonly book: PriceBook;
  readonly hasGroups: boolean;
}

/**
 * Tells on which terms somebody buys. The price book is kept until the database says that it has changed, which is
 * asked every time, in one question with everybody else who asks.
 */
export class PricingReader {
  private kept: Kept | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Pick<ChangeFeed, 'current' | 'changedSince'>,
    private readonly groups: CustomerGroupRepository,
  ) {}

  /** The terms as of all that was committed before the call. A transaction lends its connection. */
  async terms(
    { customerId, place }: Buyer,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PricingTerms> {
    const { book, hasGroups } = await this.read(manager);
    const customerGroup =
      hasGroups && customerId !== undefined
        ? await this.groups.groupOf(manager, customerId)
        : undefined;
    return { book, place: place ?? { countryCode: book.homeCountry }, customerGroup };
  }

  private async read(manager: EntityManager): Promise<Omit<Kept, 'moment'>> {
    const moment = await this.changes.current().catch(() => undefined);
    const { kept } = this;
    if (moment && kept && !this.changes.changedSince([PRICING_TAG, SHOP_TAG], kept.moment)) {
      return kept;
    }
    const book = await readPriceBook(manager);
    const hasGroups = [...book.priceRules.values()]
      .flat()
      .some(({ customerGroup }) => customerGroup !== null);
    if (moment) this.kept = { moment, book, hasGroups };
    return { book, hasGroups };
  }
}
