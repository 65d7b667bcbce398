import { Field, ID, ObjectType } from 'type-graphql';

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

  /** Not a field: the product's loader takes it. */
  productId: string;
}
