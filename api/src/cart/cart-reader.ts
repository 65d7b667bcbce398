import type { DataSource, EntityManager } from 'typeorm';

import type { CatalogReader, CatalogVariation } from '../catalog';
import {
  type BasketBundle,
  type Buyer,
  type BuyingTerms,
  type Cost,
  priceBasket,
  type PricedBasket,
  type PricingReader,
} from '../pricing';
import type { CartOwner } from './cart-owner';
import { variationIdsOf } from './domain/line-goods';
import { type CartGiftView, giftViews } from './gift-view';
import { type CartLineView, type CartPartView, knownLine } from './line-view';
import type { CartRecord, CartRepository } from './persistence/cart.repository';

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
    const variations = await this.catalog.variations(manager, variationIdsOf(cart.lines));
    return priced(cart, variations, await this.pricing.terms(buyerOf(cart), manager));
  }
}

/** On whose terms a cart is priced; where it will go is not known yet. */
export function buyerOf({
  customerId,
  id,
  ...known
}: Pick<CartRecord, 'customerId' | 'couponCodes'> & Partial<CartRecord>): Buyer {
  const { couponCodes, held } = known;
  return { customerId: customerId ?? undefined, place: undefined, couponCodes, cartId: id, held };
}

/** A cart with its lines priced. Variations that the shop no longer has are left out. */
export function priced(
  cart: CartRecord,
  variations: ReadonlyMap<string, CatalogVariation>,
  terms: BuyingTerms,
): CartView {
  const known = cart.lines.flatMap((line) => {
    const view = knownLine(line, variations);
    return view ? [basketLine(view)] : [];
  });
  const basket = priceBasket({ lines: known }, terms);
  const lines = basket.lines.map(({ line, unitPriceMinor, cost }) => ({
    ...line,
    unitPriceMinor,
    cost,
  }));
  return { ...cart, lines, gifts: giftViews(basket, terms), cost: basket.cost, basket, terms };
}

/** Something with its variation, and with the parts that were chosen for it where it is a bundle. */
interface PriceableLine {
  readonly variation: CatalogVariation;
  readonly parts?: readonly CartPartView[] | undefined;
}

/** A line of a cart or of a checkout the way it is priced. */
export function basketLine<L extends PriceableLine>(line: L) {
  const { id: variationId, productId, basePriceMinor, attributes } = line.variation;
  const weightGrams = weightOf(line);
  const goods = { variationId, productId, basePriceMinor, weightGrams, attributes };
  return { ...line, ...goods, bundle: bundleOf(line) };
}

/** What no longer is a bundle costs what its parts cost; it cannot be bought so anyway. */
function bundleOf({ variation, parts }: PriceableLine): BasketBundle | undefined {
  if (!parts) return undefined;
  return {
    rule: variation.bundle?.priceRule ?? { kind: 'SUM' },
    parts: parts.map(({ variation: { id, productId, basePriceMinor }, quantity }) => ({
      variationId: id,
      productId,
      basePriceMinor,
      quantity,
    })),
  };
}

function weightOf({ variation, parts }: PriceableLine): number {
  if (!parts) return variation.weightGrams;
  return parts.reduce((sum, part) => sum + part.variation.weightGrams * part.quantity, 0);
}
