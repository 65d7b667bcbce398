import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../catalog';
import {
  type Buyer,
  type BuyingTerms,
  type Cost,
  priceBasket,
  type PricedBasket,
  type PricingReader,
} from '../pricing';
import type { CartOwner } from './cart-owner';
import { type CartGiftView, giftViews } from './gift-view';
import type { CartLineRecord, CartRecord, CartRepository } from './persistence/cart.repository';

/** A cart line at today's price. */
export interface CartLineView extends CartLineRecord {
  readonly unitPriceMinor: bigint;
  readonly cost: Cost;
  readonly variation: CatalogVariation;
}

/** A cart at today's prices. */
export interface CartView extends Omit<CartRecord, 'lines'> {
  readonly lines: readonly CartLineView[];
  readonly gifts: readonly CartGiftView[];
  readonly cost: Cost;
  /** How its prices came about. */
  readonly basket: PricedBasket;
  /** What its prices were worked out on. */
  readonly terms: BuyingTerms;
}

/** Reads carts, in two statements whatever their length. */
export class CartReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly carts: CartRepository,
    private readonly catalog: CatalogReader,
    private readonly pricing: PricingReader,
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
    const variations = await this.catalog.variations(manager, ids);
    return priced(cart, variations, await this.pricing.terms(buyerOf(cart), manager));
  }
}

/** On whose terms a cart is priced; where it will go is not known yet. */
export function buyerOf({ customerId }: Pick<CartRecord, 'customerId'>): Buyer {
  return { customerId: customerId ?? undefined, place: undefined };
}

/** A cart with its lines priced. Variations that the shop no longer has are left out. */
export function priced(
  cart: CartRecord,
  variations: ReadonlyMap<string, CatalogVariation>,
  terms: BuyingTerms,
): CartView {
  const known = cart.lines.flatMap((line) => {
    const variation = variations.get(line.variationId);
    return variation ? [basketLine({ ...line, variation })] : [];
  });
  const basket = priceBasket({ lines: known }, terms);
  const lines = basket.lines.map(({ line, unitPriceMinor, cost }) => ({
    ...line,
    unitPriceMinor,
    cost,
  }));
  return { ...cart, lines, gifts: giftViews(basket, terms), cost: basket.cost, basket, terms };
}

/** A line of a cart or of a checkout the way it is priced. */
export function basketLine<L extends { readonly variation: CatalogVariation }>(line: L) {
  const { id: variationId, productId, basePriceMinor, weightGrams } = line.variation;
  return { ...line, variationId, productId, basePriceMinor, weightGrams };
}
