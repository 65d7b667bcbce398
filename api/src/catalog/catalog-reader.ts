import type { EntityManager } from 'typeorm';

import type { ImageRecord } from '../media';
import type { Bundle } from './domain/bundle';

/** What cart, checkout and orders may know of a variation: enough to price it and to keep a snapshot. */
export interface CatalogVariation {
  readonly id: string;
  readonly productId: string;
  readonly sku: string;
  readonly productTitle: string;
  /** The selected values joined; "Default" for a product without options. */
  readonly title: string;
  /** What one unit costs everybody now, in minor units: as a price list says, or else the base price. */
  readonly priceMinor: bigint;
  /** Base price of the product plus the variation's modifier, in minor units. */
  readonly basePriceMinor: bigint;
  /** What one unit weighs; zero where nobody has said. */
  readonly weightGrams: number;
  readonly image: ImageRecord | undefined;
  /** Present where it is a gift card: it is made when it is paid for, and nothing is delivered. */
  readonly isGiftCard?: true | undefined;
  /** Facts about its product, where there are any. */
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | undefined;
  /** What its product consists of, if that is a bundle. */
  readonly bundle?: Bundle | undefined;
}

/** Narrow reader of the catalog for the modules that sell from it. */
export interface CatalogReader {
  /** The variations that exist among these, by id, in one statement. */
  variations(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CatalogVariation>>;

  /**
   * The ids of all variations of the products that these belong to, and of all that may be part of them. They were read
   * by `variations`.
   */
  variationIdsOfProducts(variations: Iterable<CatalogVariation>): string[];
}
