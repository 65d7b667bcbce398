import type { EntityManager } from 'typeorm';

import { KeptValue } from '../platform/changes/kept-value';
import type { Platform } from '../platform/module';
import { SHOP_TAG } from '../shop';
import { type DeliveryOffer, offersFor, type ShippingBook } from './domain/shipping-book';
import type { Destination } from './domain/zones';
import { readShippingBook } from './persistence/shipping-book.read-model';

/** Tells how the shop delivers. What is shown of it is a part of the shop: whoever changes it says so by its tag. */
export class ShippingReader {
  private readonly kept: KeptValue<ShippingBook>;

  constructor({ dataSource, changes }: Pick<Platform, 'dataSource' | 'changes'>) {
    this.kept = new KeptValue(dataSource, changes, { tags: [SHOP_TAG], read: readShippingBook });
  }

  /** Everything the shop says about delivery, as of all that was committed before the call. */
  book(manager?: EntityManager): Promise<ShippingBook> {
    return this.kept.current(manager);
  }

  /** What is offered at a destination; while none is known, at home, as prices are. */
  async offers(
    destination: Destination | null | undefined,
    manager?: EntityManager,
  ): Promise<DeliveryOffer[]> {
    return offersFor(await this.book(manager), destination);
  }
}
