import { Field, ID, ObjectType } from 'type-graphql';

import { ImageType, toImageType } from '../../media';
import { Shared } from '../../platform/graphql/caching';
import type { VariationRow } from '../persistence/product-parts.read-model';

@Shared()
@ObjectType('SelectedOption', { description: 'The value a variation has for an option.' })
export class SelectedOptionType {
  @Field(() => String, { description: 'Name of the option.' })
  name: string;

  @Field(() => String, { description: 'Name of the value.' })
  value: string;
}

@Shared<ProductVariationType>({ kind: 'product', id: ({ productId }) => productId })
@ObjectType('ProductVariation', { description: 'One buyable form of a product.' })
export class ProductVariationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'Stock keeping unit, unique in the shop.' })
  sku: string;

  @Field(() => String, {
    description:
      'The selected values joined, such as "A2 / Black frame"; "Default" for a product without options.',
  })
  title: string;

  @Field(() => [SelectedOptionType], {
    description: 'One value for each option, in the order of the options.',
  })
  selectedOptions: SelectedOptionType[];

  @Field(() => ImageType, {
    nullable: true,
    description: "What it looks like; the product's first picture where it has none of its own.",
  })
  image?: ImageType;

  /** Not a field: the product's loader takes it. */
  productId: string;

  /** Not a field: the price is made of it. */
  priceMinor: bigint;
}

/** Maps a variation to its GraphQL form. */
export function toProductVariationType(row: VariationRow): ProductVariationType {
  return Object.assign(new ProductVariationType(), {
    id: row.id,
    sku: row.sku,
    title: row.title,
    selectedOptions: [...row.selectedOptions],
    image: row.image && toImageType(row.image),
    productId: row.productId,
    priceMinor: row.priceMinor,
  });
}
