import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

import { Shared } from '../../platform/graphql/caching';
import { connectionOf } from '../../platform/graphql/connection';
import { MoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import type { ProductRow } from '../persistence/product.read-model';

@Shared()
@ObjectType('ProductAttribute', { description: 'A fact about a product, such as its paper.' })
export class ProductAttributeType {
  @Field(() => String, { description: 'What the fact is about.' })
  name: string;

  @Field(() => String, { description: 'The fact.' })
  value: string;
}

@Shared()
@ObjectType('PriceRange', { description: "The prices of a product's variations." })
export class PriceRangeType {
  @Field(() => MoneyType, { description: 'Price of the cheapest variation.' })
  min: MoneyType;

  @Field(() => MoneyType, { description: 'Price of the dearest variation.' })
  max: MoneyType;
}

@Shared()
@ObjectType('ProductOptionValue', { description: 'One choice of an option, such as A2.' })
export class ProductOptionValueType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'CSS hex colour, such as #1d4ed8, for options that are colours.',
  })
  swatch: string | null;
}

@Shared()
@ObjectType('ProductOption', { description: 'What can be chosen of a product, such as Size.' })
export class ProductOptionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => [ProductOptionValueType], { description: 'The choices, in display order.' })
  values: ProductOptionValueType[];
}

@Shared<ProductType>({ kind: 'product', id: ({ id }) => id })
@ObjectType('Product', { description: 'Something the shop sells, in one or more variations.' })
export class ProductType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Name in addresses, unique in the shop.' })
  slug: string;

  @Field(() => String, { description: 'Name.' })
  title: string;

  @Field(() => String, { description: 'Plain text; paragraphs are separated by a blank line.' })
  description: string;

  @Field(() => [ProductAttributeType], {
    description: 'Facts such as paper or size, in display order.',
  })
  attributes: ProductAttributeType[];

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt: Date;

  /** Not fields: the price range is made of them. */
  lowestPriceMinor: bigint;
  highestPriceMinor: bigint;
}

/** Maps a product to its GraphQL form. */
export function toProductType(row: ProductRow): ProductType {
  return Object.assign(new ProductType(), {
    id: row.id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    attributes: [...row.attributes],
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    lowestPriceMinor: row.lowestPriceMinor,
    highestPriceMinor: row.highestPriceMinor,
  });
}

export const ProductConnection = connectionOf('Product', () => ProductType);

export enum ProductSort {
  FEATURED = 'FEATURED',
  NEWEST = 'NEWEST',
  PRICE_ASC = 'PRICE_ASC',
  PRICE_DESC = 'PRICE_DESC',
  TITLE = 'TITLE',
}
registerEnumType(ProductSort, {
  name: 'ProductSort',
  description: 'Order of a listing.',
  valuesConfig: {
    FEATURED: { description: "The shop's own order." },
    NEWEST: { description: 'Newest first.' },
    PRICE_ASC: { description: 'Cheapest first, by the cheapest variation.' },
    PRICE_DESC: { description: 'Dearest first, by the cheapest variation.' },
    TITLE: { description: 'By name.' },
  },
});

@InputType({ description: 'Which products a listing holds; all conditions must hold.' })
export class ProductWhere {
  @Field(() => String, { nullable: true, description: 'Slug of a collection.' })
  collection?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether any variation can be bought now.',
  })
  inStock?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Products with any of these SKUs.' })
  skus?: string[] | null;
}
