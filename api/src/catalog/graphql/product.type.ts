import { Field, ID, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { ImageType, toImageType } from '../../media';
import { ForStaff } from '../../platform/graphql/access';
import { Shared, Shows } from '../../platform/graphql/caching';
import { connectionOf } from '../../platform/graphql/connection';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { DateTime } from '../../platform/graphql/scalars';
import { Unchanging } from '../../platform/graphql/unchanging';
import type { CatalogVariation } from '../catalog-reader';
import type { ProductRecord, VariationRecord } from '../persistence/product-documents';
import { BundleType, toBundleType } from './bundle.type';
import {
  PriceRangeType,
  ProductAttributeType,
  ProductOptionType,
  SelectedOptionType,
} from './product-parts.type';

@Unchanging()
@Shared<ProductType>({ kind: 'product', id: ({ id }) => id })
@ObjectType('Product', { description: 'Something the shop sells, in one or more variations.' })
export class ProductType {
  @Field(() => ID, { description: 'Opaque id.' })
  readonly id: string;

  @ForStaff('CATALOG_READ')
  @Field(() => Int, { description: 'Grows with every change; inputs may name the one expected.' })
  readonly version: number;

  @Field(() => String, { description: 'Name in addresses, unique in the shop.' })
  readonly slug: string;

  @Field(() => String, { description: 'Name.' })
  readonly title: string;

  @Field(() => String, { description: 'Plain text; paragraphs are separated by a blank line.' })
  readonly description: string;

  @Field(() => [ProductAttributeType], {
    description: 'Facts such as paper or size, in display order.',
  })
  readonly attributes: readonly ProductAttributeType[];

  @Field(() => ImageType, { nullable: true, description: 'The first picture.' })
  readonly featuredImage?: ImageType;

  @Field(() => [ImageType], { description: 'The pictures, in display order.' })
  readonly images: readonly ImageType[];

  @Field(() => [ProductOptionType], {
    description: 'What can be chosen, in display order; empty when there is nothing to choose.',
  })
  readonly options: readonly ProductOptionType[];

  @Field(() => [ProductVariationType], { description: 'At least one.' })
  readonly variations: readonly ProductVariationType[];

  @Field(() => BundleType, {
    nullable: true,
    description: 'What it consists of; null for what is no bundle.',
  })
  readonly bundle?: BundleType;

  @Field(() => Boolean, {
    description: 'Whether it is a gift card: its code is mailed when it is paid for.',
  })
  readonly isGiftCard: boolean;

  @Shows('price')
  @Field(() => PriceRangeType, { description: 'From the cheapest to the dearest variation.' })
  readonly priceRange: PriceRangeType;

  @Field(() => DateTime, { description: 'When it was created.' })
  readonly createdAt: Date;

  @Shows('touched')
  @Field(() => DateTime, { description: 'When it was last changed.' })
  readonly updatedAt: Date;
}

@Unchanging()
@Shared<ProductVariationType>({ kind: 'product', id: ({ product }) => product.id })
@ObjectType('ProductVariation', { description: 'One buyable form of a product.' })
export class ProductVariationType {
  @Field(() => ID, { description: 'Opaque id.' })
  readonly id: string;

  @Field(() => String, { description: 'Stock keeping unit, unique in the shop.' })
  readonly sku: string;

  @Field(() => String, {
    description:
      'The selected values joined, such as "A2 / Black frame"; "Default" for a product without options.',
  })
  readonly title: string;

  @Field(() => [SelectedOptionType], {
    description: 'One value for each option, in the order of the options.',
  })
  readonly selectedOptions: readonly SelectedOptionType[];

  @Field(() => ImageType, {
    nullable: true,
    description: "What it looks like; the product's first picture where it has none of its own.",
  })
  readonly image?: ImageType;

  @Shows('price')
  @Field(() => MoneyType, {
    description: 'Price of one unit for everybody, as a price list says or else the base price.',
  })
  readonly price: MoneyType;

  @Shows('price')
  @Field(() => MoneyType, {
    nullable: true,
    description:
      'Lowest price of the 30 days before it was reduced to the present one; null when it is not reduced.',
  })
  readonly priorPrice?: MoneyType;

  @Field(() => Int, {
    description: 'What one unit weighs, in grams; 0 where nobody has said.',
  })
  readonly weightGrams: number;

  @Field(() => ProductType, { description: 'The product it is a form of.' })
  readonly product: ProductType;
}

function toVariationType(
  product: ProductType,
  { image, priceMinor, basePriceMinor: _, priorPriceMinor, ...variation }: VariationRecord,
  currencyCode: string,
): ProductVariationType {
  return Object.assign(new ProductVariationType(), {
    ...variation,
    product,
    image: image && toImageType(image),
    price: toMoneyType(money(priceMinor, currencyCode)),
    priorPrice:
      priorPriceMinor === undefined ? undefined : toMoneyType(money(priorPriceMinor, currencyCode)),
  });
}

function toProduct(record: ProductRecord, currencyCode: string): ProductType {
  const { lowestPriceMinor, highestPriceMinor, variations, bundle, ...shown } = record;
  const images = record.images.map(toImageType);
  const product = Object.assign(new ProductType(), {
    ...shown,
    images,
    featuredImage: images[0],
    bundle: bundle && toBundleType(bundle),
    priceRange: {
      min: toMoneyType(money(lowestPriceMinor, currencyCode)),
      max: toMoneyType(money(highestPriceMinor, currencyCode)),
    },
  });
  return Object.assign(product, {
    variations: variations.map((each) => toVariationType(product, each, currencyCode)),
  });
}

/** Records are shared and never change, so their GraphQL form is made once and shared as well. */
const made = new WeakMap<ProductRecord, { readonly currencyCode: string; product: ProductType }>();

/** The GraphQL form of a product, its variations included. */
export function toProductType(record: ProductRecord, currencyCode: string): ProductType {
  const known = made.get(record);
  if (known?.currencyCode === currencyCode) return known.product;
  const product = toProduct(record, currencyCode);
  made.set(record, { currencyCode, product });
  return product;
}

/** Gives a variation that was read from the catalog its GraphQL form, which takes no statement. */
export type ShownVariation = (
  variation: CatalogVariation,
  currencyCode: string,
) => ProductVariationType;

/** Makes the function over what tells of which product a variation was read. */
export function createShownVariation(
  productOf: (variation: CatalogVariation) => ProductRecord,
): ShownVariation {
  return (variation, currencyCode) => {
    const { variations } = toProductType(productOf(variation), currencyCode);
    const shown = variations.find(({ id }) => id === variation.id);
    if (!shown) throw new Error(`The product of the variation ${variation.id} has no such one.`);
    return shown;
  };
}

export const ProductConnection = connectionOf('Product', () => ProductType);
