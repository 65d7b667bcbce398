import { Column, Entity, PrimaryColumn } from 'typeorm';

import { bigintColumn } from '../../platform/database/bigint-column';

/** Something the shop sells. */
@Entity('product')
export class ProductEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Grows with every change, so that nobody overwrites what they have not seen. */
  @Column('integer')
  version: number;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('jsonb')
  attributes: { name: string; value: string }[];

  @Column('bigint', { name: 'base_price_minor', transformer: bigintColumn })
  basePriceMinor: bigint;

  /** Kept beside the base price so that listings can sort by an index. */
  @Column('bigint', { name: 'lowest_price_minor', transformer: bigintColumn })
  lowestPriceMinor: bigint;

  @Column('bigint', { name: 'highest_price_minor', transformer: bigintColumn })
  highestPriceMinor: bigint;

  @Column('integer', { name: 'featured_rank' })
  featuredRank: number;

  /** The SKUs of its variations, for the search. */
  @Column('text')
  skus: string;

  /** Hash of the draft it was last made from; lets a repeated import skip what did not change. */
  @Column('text', { name: 'input_hash', nullable: true })
  inputHash: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** What can be chosen of a product, such as Size. */
@Entity('product_option')
export class ProductOptionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('text')
  name: string;

  @Column('integer')
  position: number;
}

/** One choice of an option, such as A2. */
@Entity('option_value')
export class OptionValueEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'option_id' })
  optionId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  swatch: string | null;

  @Column('integer')
  position: number;
}

/** One buyable form of a product. */
@Entity('product_variation')
export class ProductVariationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('text')
  sku: string;

  @Column('text')
  title: string;

  @Column('bigint', { name: 'price_modifier_minor', transformer: bigintColumn })
  priceModifierMinor: bigint;

  /** Zero where nobody has said. */
  @Column('integer', { name: 'weight_grams' })
  weightGrams: number;

  @Column('uuid', { name: 'image_id', nullable: true })
  imageId: string | null;

  @Column('integer')
  position: number;
}

/** Which value a variation has for an option. */
@Entity('variation_option_value')
export class VariationOptionValueEntity {
  @PrimaryColumn('uuid', { name: 'variation_id' })
  variationId: string;

  @PrimaryColumn('uuid', { name: 'option_id' })
  optionId: string;

  @Column('uuid', { name: 'option_value_id' })
  optionValueId: string;
}

/** A picture of a product. */
@Entity('product_image')
export class ProductImageEntity {
  @PrimaryColumn('uuid', { name: 'product_id' })
  productId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('uuid', { name: 'asset_id' })
  assetId: string;
}
