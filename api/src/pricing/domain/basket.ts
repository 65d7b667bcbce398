import type { BundleRule } from './bundle-price';
import type { Cost } from './cost';

/** A part of a bundle's line. */
export interface BasketPart {
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
  /** Units in one unit of the line. */
  readonly quantity: number;
}

/** A bundle's own rule and the parts that the shopper chose. */
export interface BasketBundle {
  readonly rule: BundleRule;
  readonly parts: readonly BasketPart[];
}

/** Something that somebody wants to buy. */
export interface BasketLine {
  readonly id: string;
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
  readonly quantity: number;
  /** Absent for everything that is no bundle. */
  readonly bundle?: BasketBundle | undefined;
  /** A price that staff have set: no price list and no bundle rule is asked then. */
  readonly fixedPriceMinor?: bigint | undefined;
  /** Of one unit, as far as it is known. */
  readonly weightGrams?: number | undefined;
}

/** What a way of delivery may ask about what it would deliver. */
export interface Goods {
  /** What the lines cost after discounts on lines and on the order, in minor units, before any tax to be added. */
  readonly subtotalMinor: bigint;
  readonly weightGrams: number;
  /** Units over all lines. */
  readonly quantity: number;
}

/** A way of delivery. */
export interface BasketDelivery {
  readonly code: string;
  /** What it costs for these goods, in minor units; undefined when they are not delivered this way. */
  rate(goods: Goods): bigint | undefined;
}

/** Everything that is to be priced together. */
export interface Basket<L extends BasketLine = BasketLine> {
  readonly lines: readonly L[];
  /** Absent while no way of delivery is chosen. */
  readonly delivery?: BasketDelivery | undefined;
}

/** Where the price of one unit comes from. */
export type UnitPriceSource = 'BASE' | 'PRICE_LIST' | 'TIER' | 'BUNDLE' | 'STAFF';

/** A line with its price. */
export interface PricedBasketLine<L extends BasketLine = BasketLine> {
  readonly line: L;
  readonly unitPriceMinor: bigint;
  readonly source: UnitPriceSource;
  readonly cost: Cost;
}

/** A basket with its prices: its cost is the sum of what its lines and its delivery cost. */
export interface PricedBasket<L extends BasketLine = BasketLine> {
  /** In the order of the basket's lines. */
  readonly lines: readonly PricedBasketLine<L>[];
  readonly goods: Goods;
  readonly delivery: Cost;
  /** Whether the chosen way of delivery takes these goods; true while none is chosen. */
  readonly isDeliverable: boolean;
  readonly cost: Cost;
}
