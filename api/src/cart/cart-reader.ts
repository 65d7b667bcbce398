import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../catalog';
import { basketCost, type Cost } from '../pricing';
import type { CartOwner } from './cart-owner';
import type { CartLineRecord, CartRecord, CartRepository } from './persistence/cart.repository';

/** A cart line at today's price. */
export interface CartLineView extends CartLineRecord {
  readonly unitPriceMinor: bigint;
  readonly variation: CatalogVariation;
}

/** A cart at today's prices. */
export interface CartView extends Omit<CartRecord, 'lines'> {
  readonly lines: readonly CartLineView[];
  readonly cost: Cost;
}

/** Reads carts, in two statements whatever their length. */
export class CartReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly carts: CartRepository,
    private readonly catalog: CatalogReader,
  ) {}

  /** The owner's cart. */
  async find(owner: CartOwner | undefined): Promise<CartView | undefined> {
    const cart = owner && (await this.carts.find(owner));
    return cart && this.view(cart);
  }

  /** The cart with this id. */
  async byId(id: string, manager?: EntityManager): Promise<CartView | undefined> {
    const cart = await this.carts.byId(id, manager);
    return cart && this.view(cart, manager);
  }

  /** The cart with its lines priced. */
  async view(
    cart: CartRecord,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CartView> {
    const ids = cart.lines.map((line) => line.variationId);
    return priced(cart, await this.catalog.variations(manager, ids));
  }
}

/** A cart with its lines priced. Variations that the shop no longer has are left out. */
export function priced(
  cart: CartRecord,
  variations: ReadonlyMap<string, CatalogVariation>,
): CartView {
  const lines = cart.lines.flatMap((line): CartLineView[] => {
    const variation = variations.get(line.variationId);
    return variation ? [{ ...line, unitPriceMinor: variation.priceMinor, variation }] : [];
  });
  return { ...cart, lines, cost: basketCost(lines) };
}
