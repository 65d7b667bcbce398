import type { EntityManager } from 'typeorm';

import { KeptValue } from '../platform/changes/kept-value';
import type { Platform } from '../platform/module';
import { SHOP_TAG } from '../shop';
import {
  type DeliveryOffer,
  offeredSomewhere,
  offersAt,
  offersAtHome,
  type ShippingBook,
  type ShownOffer,
} from './domain/shipping-book';
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

  /** The one with this code, at the least it costs anywhere. */
  async find(code: string, manager?: EntityManager): Promise<ShownOffer | undefined> {
    return offeredSomewhere(await this.book(manager)).find((offer) => offer.code === code);
  }

  /** What is offered at a destination; while none is known, at home, as prices are. */
  async offers(
    destination: Destination | null | undefined,
    manager?: EntityManager,
  ): Promise<DeliveryOffer[]> {
    const book = await this.book(manager);
    return destination ? offersAt(book, destination) : offersAtHome(book);
  }
}
