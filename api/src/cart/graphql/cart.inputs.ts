import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';
import { CartType } from './cart.type';

@InputType({ description: 'A part that was chosen for a bundle.' })
export class CartLinePartInput {
  @Field(() => ID, { description: 'The set it is chosen from.' })
  choiceId: string;

  @Field(() => ID, { description: 'What was chosen.' })
  variationId: string;

  @Field(() => Int, { description: 'Units in one unit of the bundle.' })
  quantity: number;
}

@InputType({ description: 'A variation and how many units to add.' })
export class CartLineInput {
  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Units to add, 1 to 100,000.' })
  quantity: number;

  @Field(() => [CartLinePartInput], {
    nullable: true,
    description:
      "What one unit of a bundle shall consist of, 100 at most; the bundle's defaults when left out.",
  })
  parts?: CartLinePartInput[] | null;
}

@InputType({ description: 'A new cart.' })
export class CartCreateInput {
  @Field(() => [CartLineInput], { nullable: true, description: 'First lines, at most 100.' })
  lines?: CartLineInput[];
}

@InputType({ description: 'What to add to the cart.' })
export class CartLinesAddInput {
  @Field(() => [CartLineInput], { description: 'At most 100; a variation it has is added to.' })
  lines: CartLineInput[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the cart is no longer this.' })
  expectedVersion?: number;
}

@InputType({ description: 'A new quantity for a line.' })
export class CartLineUpdateInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;

  @Field(() => Int, { description: 'Units wanted; 0 removes the line.' })
  quantity: number;
}

@InputType({ description: 'New quantities for lines of the cart.' })
export class CartLinesUpdateInput {
  @Field(() => [CartLineUpdateInput], { description: 'At most 100.' })
  lines: CartLineUpdateInput[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the cart is no longer this.' })
  expectedVersion?: number;
}

@InputType({ description: 'Lines to take out of the cart.' })
export class CartLinesRemoveInput {
  @Field(() => [ID], { description: 'At most 100.' })
  lineIds: string[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the cart is no longer this.' })
  expectedVersion?: number;
}

@InputType()
abstract class CouponsInput {
  @Field(() => [String], { description: 'At most 100, in capitals or not.' })
  couponCodes: string[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the cart is no longer this.' })
  expectedVersion?: number;
}

@InputType({ description: 'Codes to apply to the cart; it takes 10 at most.' })
export class CartCouponsApplyInput extends CouponsInput {}

@InputType({ description: 'Codes to take off the cart; others are no error.' })
export class CartCouponsRemoveInput extends CouponsInput {}

@InputType({ description: 'One change of the cart: exactly one of the fields.' })
export class CartChangeInput {
  @Field(() => CartLineInput, { nullable: true, description: 'Add this.' })
  add?: CartLineInput | null;

  @Field(() => CartLineUpdateInput, { nullable: true, description: 'Set a quantity.' })
  update?: CartLineUpdateInput | null;

  @Field(() => ID, { nullable: true, description: 'Remove this line.' })
  removeLineId?: string | null;

  @Field(() => String, { nullable: true, description: 'Apply this code.' })
  applyCoupon?: string | null;

  @Field(() => String, { nullable: true, description: 'Take this code off.' })
  removeCoupon?: string | null;
}

@InputType({ description: 'Changes of the cart that are made together or not at all.' })
export class CartApplyInput {
  @Field(() => [CartChangeInput], { description: 'In their order, at most 100.' })
  changes: CartChangeInput[];

  @Field(() => Int, { nullable: true, description: 'Refuse when the cart is no longer this.' })
  expectedVersion?: number;
}

@ObjectType({ description: 'Outcome of cartCreate.' })
export class CartCreatePayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The new cart.' })
  cart?: CartType;

  @Field(() => String, {
    nullable: true,
    description:
      'Opaque secret for the Cart-Token header of a client that keeps no cookies. Shown this once.',
  })
  cartToken?: string;
}

@ObjectType({ description: 'Outcome of cartLinesAdd.' })
export class CartLinesAddPayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The cart now.' })
  cart?: CartType;
}

@ObjectType({ description: 'Outcome of cartLinesUpdate.' })
export class CartLinesUpdatePayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The cart now.' })
  cart?: CartType;
}

@ObjectType({ description: 'Outcome of cartLinesRemove.' })
export class CartLinesRemovePayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The cart now.' })
  cart?: CartType;
}

@ObjectType({ description: 'Outcome of cartCouponsApply.' })
export class CartCouponsApplyPayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The cart now.' })
  cart?: CartType;
}

@ObjectType({ description: 'Outcome of cartCouponsRemove.' })
export class CartCouponsRemovePayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The cart now.' })
  cart?: CartType;
}

@ObjectType({ description: 'Outcome of cartApply.' })
export class CartApplyPayload extends MutationPayload {
  @Field(() => CartType, { nullable: true, description: 'The cart now.' })
  cart?: CartType;
}
