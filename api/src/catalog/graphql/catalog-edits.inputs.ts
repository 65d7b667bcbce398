import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { MoneyInput } from '../../platform/graphql/money.type';
import { MutationPayload } from '../../platform/graphql/payload';
import { CollectionType } from './collection.type';
import { ProductType } from './product.type';

@InputType({ description: 'What a product shall be; what is left out stays.' })
export class ProductUpdateInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => String, { nullable: true, description: 'Name, 200 characters at most.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text; paragraphs are separated by a blank line.',
  })
  description?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: "In the shop's currency; the prices of all variations move with it.",
  })
  basePrice?: MoneyInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was edited; another one is a VersionConflict.',
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'Outcome of productUpdate.' })
export class ProductUpdatePayload extends MutationPayload {
  @Field(() => ProductType, { nullable: true, description: 'The product now.' })
  product?: ProductType;
}

@InputType({ description: 'What one unit of a variation weighs.' })
export class VariationWeightInput {
  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Grams, from 0.' })
  weightGrams: number;
}

@InputType({ description: 'What variations weigh.' })
export class VariationWeightsSetInput {
  @Field(() => [VariationWeightInput], { description: 'From 1 to 500 of them.' })
  weights: VariationWeightInput[];
}

@ObjectType({ description: 'Outcome of variationWeightsSet.' })
export class VariationWeightsSetPayload extends MutationPayload {
  @Field(() => [ProductType], { nullable: true, description: 'The products concerned.' })
  products?: ProductType[];
}

@InputType()
abstract class CollectionProductsInput {
  @Field(() => ID, { description: 'The collection.' })
  collectionId: string;

  @Field(() => [ID], { description: 'The products, 250 at most.' })
  productIds: string[];
}

@InputType({ description: 'Products to put into a collection.' })
export class CollectionProductsAddInput extends CollectionProductsInput {}

@InputType({ description: 'Products to take out of a collection.' })
export class CollectionProductsRemoveInput extends CollectionProductsInput {}

@ObjectType({ description: 'Outcome of collectionProductsAdd.' })
export class CollectionProductsAddPayload extends MutationPayload {
  @Field(() => CollectionType, { nullable: true, description: 'The collection now.' })
  collection?: CollectionType;
}

@ObjectType({ description: 'Outcome of collectionProductsRemove.' })
export class CollectionProductsRemovePayload extends MutationPayload {
  @Field(() => CollectionType, { nullable: true, description: 'The collection now.' })
  collection?: CollectionType;
}
