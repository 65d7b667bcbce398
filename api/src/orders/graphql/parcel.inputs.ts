import { Field, ID, InputType, Int } from 'type-graphql';

import { OrderLineUnitsInput } from './order-units.inputs';

@InputType({ description: 'Goods for a parcel.' })
export class OrderFulfilInput {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [OrderLineUnitsInput], {
    nullable: true,
    description: 'What is in it; everything that is left when not given.',
  })
  lines?: OrderLineUnitsInput[];

  @Field(() => String, { nullable: true, description: 'Who carries it.' })
  carrier?: string;

  @Field(() => String, { nullable: true, description: 'The number of the carrier for it.' })
  trackingNumber?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the carrier shows it; an http or https address.',
  })
  trackingUrl?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it leaves now, as it does when not given; else it is prepared.',
  })
  isSent?: boolean;

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'What is known of a parcel.' })
export class ParcelUpdateInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId: string;

  @Field(() => String, { nullable: true, description: 'Who carries it.' })
  carrier?: string;

  @Field(() => String, { nullable: true, description: 'The number of the carrier for it.' })
  trackingNumber?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the carrier shows it; an http or https address.',
  })
  trackingUrl?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A prepared parcel that leaves.' })
export class ParcelSendInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId: string;

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A parcel that arrived.' })
export class ParcelDeliverInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId: string;

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@InputType({ description: 'A prepared parcel to be unpacked.' })
export class ParcelCancelInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId: string;

  @Field(() => String, { nullable: true, description: 'Shown to the shopper.' })
  note?: string;

  @Field(() => Int, { nullable: true, description: 'Refuse when the order is no longer this.' })
  expectedVersion?: number;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}
