import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { MutationPayload } from '../../platform/graphql/payload';
import { CartType } from './cart.type';

@InputType({ description: 'A variation and how many units to add.' })
export class CartLineInput {
  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Units to add, 1 to 100,000.' })
  quantity: number;
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
