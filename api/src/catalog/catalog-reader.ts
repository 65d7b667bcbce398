import type { EntityManager } from 'typeorm';

import type { ImageRecord } from '../media';

/** What cart, checkout and orders may know of a variation: enough to price it and to keep a snapshot. */
export interface CatalogVariation {
  readonly id: string;
  readonly productId: string;
  readonly sku: string;
  readonly productTitle: string;
  /** The selected values joined; "Default" for a product without options. */
  readonly title: string;
  /** Base price of the product plus the variation's modifier, in minor units. */
  readonly priceMinor: bigint;
  readonly image: ImageRecord | undefined;
}

/** What a variation costs before any price list. */
export interface BasePrice {
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
}

/** Narrow reader of the catalog for the modules that sell from it. */
export interface CatalogReader {
  /** The variations that exist among these, by id, in one statement. */
  variations(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CatalogVariation>>;

  /** The base prices of all variations of these products, in one statement. */
  basePrices(manager: EntityManager, productIds: readonly string[]): Promise<readonly BasePrice[]>;
}
