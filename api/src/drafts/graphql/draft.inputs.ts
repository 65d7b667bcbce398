import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { AddressInput } from '../../checkout';
import { OrderType } from '../../orders';
import { PageArgs } from '../../platform/graphql/connection';
import { MoneyInput } from '../../platform/graphql/money.type';
import { MutationPayload } from '../../platform/graphql/payload';
import { Decimal } from '../../platform/graphql/scalars';
import type { DraftStatus } from '../persistence/draft.repository';
import { DraftOrderType, draftStatuses } from './draft.types';

@ArgsType()
export class DraftOrderListArgs extends PageArgs {
  @Field(() => draftStatuses, { nullable: true, description: 'Only those that stand here.' })
  status?: DraftStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of an e-mail address or of the name on the parcel.',
  })
  query?: string | null;
}

@InputType({ description: 'A part that was chosen for one unit of a bundle.' })
export class DraftOrderPartInput {
  @Field(() => ID, { description: 'The choice that offers it.' })
  choiceId: string;

  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Units in one unit of the bundle, at least one.' })
  quantity: number;
}

@InputType({ description: 'One variation of a draft.' })
export class DraftOrderLineInput {
  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => Int, { description: 'Units, at least one.' })
  quantity: number;

  @Field(() => Decimal, {
    nullable: true,
    description: "One unit's price instead of the shop's; needs the permission PRICING_WRITE.",
  })
  unitPrice?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Percentage off the price, 0 to 100; needs the permission PRICING_WRITE.',
  })
  discountPercent?: string | null;

  @Field(() => [DraftOrderPartInput], {
    nullable: true,
    description: 'What a bundle consists of; left out, what a shopper gets who chooses nothing.',
  })
  parts?: DraftOrderPartInput[] | null;
}

@InputType()
abstract class DraftOrderDetails {
  @Field(() => ID, {
    nullable: true,
    description: 'The customer it is for; null for somebody without an account.',
  })
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Address for messages about the order.' })
  email?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where it goes.' })
  shippingAddress?: AddressInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of a way of delivery, as DraftOrder.shippingMethods lists them; one that is not offered is a problem of the draft.',
  })
  shippingMethodCode?: string | null;

  @Field(() => [String], { nullable: true, description: 'Coupon codes, ten at most.' })
  couponCodes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'For staff only.' })
  note?: string | null;

  @Field(() => [DraftOrderLineInput], {
    nullable: true,
    description: 'All lines, in the place of those there were; 200 at most.',
  })
  lines?: DraftOrderLineInput[] | null;
}

@InputType({ description: 'An order to be prepared.' })
export class DraftOrderCreateInput extends DraftOrderDetails {
  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({
  description: 'What changes of a draft: what is left out stays as it is, null empties it.',
})
export class DraftOrderUpdateInput extends DraftOrderDetails {
  @Field(() => ID, { description: 'The draft.' })
  draftOrderId: string;

  @Field(() => Int, { nullable: true, description: 'Refused when the draft has another version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A draft to be removed.' })
export class DraftOrderRemoveInput {
  @Field(() => ID, { description: 'The draft.' })
  draftOrderId: string;
}

@InputType({ description: 'A draft to be placed as an order that is still to be paid.' })
export class DraftOrderCompleteInput {
  @Field(() => ID, { description: 'The draft.' })
  draftOrderId: string;

  @Field(() => Int, { nullable: true, description: 'Refused when the draft has another version.' })
  expectedVersion?: number | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The total that was agreed on; TotalChanged if it is another now.',
  })
  expectedTotal?: MoneyInput | null;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@ObjectType()
abstract class DraftOrderPayload extends MutationPayload {
  @Field(() => DraftOrderType, { nullable: true, description: 'The draft now.' })
  draftOrder?: DraftOrderType;
}

@ObjectType({ description: 'Outcome of draftOrderCreate.' })
export class DraftOrderCreatePayload extends DraftOrderPayload {}

@ObjectType({ description: 'Outcome of draftOrderUpdate.' })
export class DraftOrderUpdatePayload extends DraftOrderPayload {}

@ObjectType({ description: 'Outcome of draftOrderRemove.' })
export class DraftOrderRemovePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The draft that is gone.' })
  draftOrderId?: string;
}

@ObjectType({ description: 'Outcome of draftOrderComplete.' })
export class DraftOrderCompletePayload extends DraftOrderPayload {
  @Field(() => OrderType, { nullable: true, description: 'The order that was placed.' })
  order?: OrderType;
}
