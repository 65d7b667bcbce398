import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../catalog';
import { basketCost, type Cost } from '../pricing';
import type { CartOwner } from './cart-owner';
import type { CartEntity } from './persistence/cart.entity';
import type { CartRepository } from './persistence/cart.repository';

/** A cart line at today's price. */
export interface CartLineView {
  readonly id: string;
  readonly variationId: string;
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
  readonly priceAtAddMinor: bigint;
  readonly variation: CatalogVariation;
}

/** A cart at today's prices. */
export interface CartView {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly CartLineView[];
  readonly cost: Cost;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Reads carts, in three statements whatever their length. */
export class CartReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly carts: CartRepository,
    private readonly catalog: CatalogReader,
  ) {}

  /** The owner's cart. */
  async find(owner: CartOwner | undefined): Promise<CartView | undefined> {
    if (!owner) return undefined;
    const cart = await this.carts.find(this.dataSource.manager, owner);
    return cart && this.view(cart, this.dataSource.manager);
  }

  /** The cart with its lines priced. Variations that the shop no longer has are left out. */
  async view(cart: CartEntity, manager: EntityManager): Promise<CartView> {
    const rows = await this.carts.lines(manager, cart.id);
    const variations = await this.catalog.variations(
      manager,
      rows.map((row) => row.variationId),
    );
    const lines = rows.flatMap((row): CartLineView[] => {
      const variation = variations.get(row.variationId);
      return variation ? [{ ...row, unitPriceMinor: variation.priceMinor, variation }] : [];
    });
    const { id, version, createdAt, updatedAt } = cart;
    return { id, version, lines, cost: basketCost(lines), createdAt, updatedAt };
  }
}
