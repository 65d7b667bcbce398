import { Field, ID, ObjectType } from 'type-graphql';

import { Shared } from '../../platform/graphql/caching';
import { MoneyType } from '../../platform/graphql/money.type';

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

@Shared()
@ObjectType('SelectedOption', { description: 'The value a variation has for an option.' })
export class SelectedOptionType {
  @Field(() => String, { description: 'Name of the option.' })
  name: string;

  @Field(() => String, { description: 'Name of the value.' })
  value: string;
}
