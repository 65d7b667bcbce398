import type { LineDiscount, PromotedGift } from './apply-promotions';
import type { BundleRule } from './bundle-price';
import type { Cost } from './cost';
import type { ProductFact, PromotionOutcome } from './promotion';
import type { LinePrice } from './unit-prices';

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
  /** Of the product. */
  readonly attributes?: readonly ProductFact[] | undefined;
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

/** A gift with what it costs, which is nothing. */
export interface PricedGift extends PromotedGift {
  readonly cost: Cost;
}

/** A line with its price. */
export interface PricedBasketLine<L extends BasketLine = BasketLine> {
  readonly line: L;
  readonly unitPriceMinor: bigint;
  /** How its unit price came about. */
  readonly price: LinePrice;
  /** What each promotion takes off it; they sum to the discounts of its cost. */
  readonly discounts: readonly LineDiscount[];
  readonly cost: Cost;
  /** By how much rounding raised its tax, in millionths of a minor unit. */
  readonly residueMicro: bigint;
}

/** A basket with its prices: its cost is the sum of what its lines and its delivery cost. */
export interface PricedBasket<L extends BasketLine = BasketLine> {
  /** In the order of the basket's lines. */
  readonly lines: readonly PricedBasketLine<L>[];
  readonly gifts: readonly PricedGift[];
  readonly goods: Goods;
  /** After promotions on delivery. */
  readonly delivery: Cost;
  /** What promotions take off delivery. */
  readonly deliveryDiscountMinor: bigint;
  /** By how much rounding raised the tax on delivery, in millionths of a minor unit. */
  readonly deliveryResidueMicro: bigint;
  /** Whether the chosen way of delivery takes these goods; true while none is chosen. */
  readonly isDeliverable: boolean;
  /** What became of every promotion that could have been applied. */
  readonly outcomes: readonly PromotionOutcome[];
  readonly cost: Cost;
}
