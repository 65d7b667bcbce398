import type { ProductForm } from './pictures/artwork-size';
import type { PatternSpec } from './pictures/pattern.types';

/** One choice of an option, such as Oak for Frame. */
export interface DemoOptionValue {
  readonly name: string;
  /** Ends the SKU of every variation that has it. */
  readonly code: string;
  /** CSS hex colour, for options that are colours. */
  readonly swatch?: string;
  /** What the value adds to the base price, in minor units. */
  readonly priceModifierMinor: number;
}

export interface DemoOption {
  readonly name: string;
  readonly values: readonly DemoOptionValue[];
  /** Whether each value has a picture of its own, tinted by its swatch. */
  readonly pictured?: boolean;
}

export interface DemoAttribute {
  readonly name: string;
  readonly value: string;
}

/** How much of a product the studio has: some of most, nearly gone, or none at all. */
export type DemoSupply = 'usual' | 'scarce' | 'none';

export interface DemoProduct {
  readonly slug: string;
  readonly title: string;
  /** Starts the SKU of every variation. */
  readonly skuPrefix: string;
  /** Plain text; paragraphs are separated by a blank line. */
  readonly description: string;
  readonly attributes: readonly DemoAttribute[];
  readonly options: readonly DemoOption[];
  readonly basePriceMinor: number;
  /** Slugs of collections. */
  readonly collections: readonly string[];
  readonly form: ProductForm;
  readonly pattern: PatternSpec;
  /** Position among the featured products, from 1. */
  readonly featuredRank: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly supply: DemoSupply;
  /** Name of the pictured value that the first picture shows; the first value if absent. */
  readonly leadValue?: string;
  /** What it consists of, if it is sold as a bundle; its stock is then that of its parts. */
  readonly bundle?: DemoBundle;
}

/** A number of parts that the shopper chooses, for less than they cost one by one. */
export interface DemoBundle {
  /** Name of the set that they are chosen from. */
  readonly choice: string;
  readonly units: number;
  readonly percentOff: string;
  readonly parts: readonly { readonly sku: string; readonly defaultUnits: number }[];
}

export interface DemoCollection {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Slug of the product whose picture stands for the collection. */
  readonly coverProduct: string;
}

/** What differs from one product of a form to the next. */
export interface DemoItem {
  readonly title: string;
  readonly story: readonly [string, string];
  readonly pattern: PatternSpec;
  readonly priceMinor: number;
  readonly rank: number;
  /** Day the product came into the shop. */
  readonly since: string;
  readonly alsoIn?: readonly string[];
  readonly supply?: DemoSupply;
  readonly lead?: string;
}

/** One combination of option values, with what the shop needs to sell it. */
export interface DemoVariation {
  readonly sku: string;
  readonly values: readonly { readonly option: string; readonly value: string }[];
  readonly priceModifierMinor: number;
  readonly stock: number;
}
