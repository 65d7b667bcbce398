import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { PageArgs } from '../../platform/graphql/connection';
import { MutationPayload } from '../../platform/graphql/payload';

@ArgsType()
export class CouponCodeListArgs extends PageArgs {
  @Field(() => ID, { description: 'The promotion whose codes are listed.' })
  promotionId: string;

  @Field(() => String, { nullable: true, description: 'What codes begin with.' })
  query?: string | null;
}

@InputType({ description: 'How many codes are made for a promotion.' })
export class CouponCodesGenerateInput {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;

  @Field(() => Int, { description: '1 to 10,000.' })
  count: number;

  @Field(() => String, {
    nullable: true,
    description: 'What they begin with: at most 20 letters, digits and hyphens.',
  })
  prefix?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: 'Uses of each, at most; null for no limit.',
  })
  usageLimit?: number | null;

  @Field(() => String, { description: 'The same key again gives the same codes.' })
  idempotencyKey: string;
}

@InputType({ description: 'Codes that a promotion shall no longer have.' })
export class CouponCodesRemoveInput {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;

  @Field(() => [String], { description: 'At most 10,000.' })
  codes: string[];
}

@ObjectType({ description: 'Outcome of couponCodesGenerate.' })
export class CouponCodesGeneratePayload extends MutationPayload {
  @Field(() => [String], {
    nullable: true,
    description: 'The new codes; a repeat leaves out those that were taken away since.',
  })
  codes?: string[];
}

@ObjectType({ description: 'Outcome of couponCodesRemove.' })
export class CouponCodesRemovePayload extends MutationPayload {
  @Field(() => [String], { nullable: true, description: 'The codes that are gone.' })
  codes?: string[];
}
