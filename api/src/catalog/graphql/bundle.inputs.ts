import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';
import { Decimal } from '../../platform/graphql/scalars';
import { BundlePriceKind } from './bundle.type';
import { ProductType } from './product.type';

@InputType({ description: 'How the price of a bundle shall be made.' })
export class BundlePriceRuleInput {
  @Field(() => BundlePriceKind, {
    description: "From the parts, or FIXED: what the product's own variation costs.",
  })
  kind: BundlePriceKind;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Percentage off what the parts cost, 0 to 100; for PERCENT_OFF only.',
  })
  percentOff?: string | null;
}

@InputType({ description: 'A variation that may be chosen.' })
export class BundleOptionInput {
  @Field(() => ID, {
    description: 'The variation, in one set of the bundle only; of no bundle itself.',
  })
  variationId: string;

  @Field(() => Int, { description: 'Units that are chosen for a shopper who chooses nothing.' })
  defaultQuantity: number;
}

@InputType({ description: 'A set of which the shopper chooses some units.' })
export class BundleChoiceInput {
  @Field(() => String, {
    description:
      'Name, unique in the bundle, 100 characters at most. The same name is the same set.',
  })
  name: string;

  @Field(() => Int, { description: 'Units to choose at least; 0 for what may be left out.' })
  minQuantity: number;

  @Field(() => Int, { description: 'Units to choose at most, up to 1,000.' })
  maxQuantity: number;

  @Field(() => [BundleOptionInput], {
    description: 'In display order, 100 at most; the defaults add up to what may be chosen.',
  })
  options: BundleOptionInput[];
}

@InputType({ description: 'What a product shall consist of.' })
export class BundleSetInput {
  @Field(() => ID, { description: 'The product. It must not be part of another bundle.' })
  productId: string;

  @Field(() => BundlePriceRuleInput, { description: 'How its price is made.' })
  priceRule: BundlePriceRuleInput;

  @Field(() => [BundleChoiceInput], { description: 'In display order, 1 to 20.' })
  choices: BundleChoiceInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was edited; another one is a VersionConflict.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'A bundle that shall be a plain product.' })
export class BundleRemoveInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was edited; another one is a VersionConflict.',
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'Outcome of bundleSet.' })
export class BundleSetPayload extends MutationPayload {
  @Field(() => ProductType, { nullable: true, description: 'The product now.' })
  product?: ProductType;
}

@ObjectType({ description: 'Outcome of bundleRemove.' })
export class BundleRemovePayload extends MutationPayload {
  @Field(() => ProductType, { nullable: true, description: 'The product now.' })
  product?: ProductType;
}
