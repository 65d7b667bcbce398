import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

import { CustomerType } from '../../customers';
import { MutationPayload } from '../../platform/graphql/payload';
import type { Subscription } from '../mail-links';

export const subscriptionNames = {
  MARKETING: 'MARKETING',
  BACK_IN_STOCK: 'BACK_IN_STOCK',
} as const;
registerEnumType(subscriptionNames, {
  name: 'MessageSubscriptionKind',
  description: 'Mails that a reader can do without.',
  valuesConfig: {
    MARKETING: { description: 'What no order calls for, such as carts left behind.' },
    BACK_IN_STOCK: { description: 'Everything that the reader waits for.' },
  },
});

@InputType({ description: 'Somebody who waits for a variation.' })
export class BackInStockRequestInput {
  @Field(() => ID, { description: 'What they wait for; sold out now.' })
  variationId: string;

  @Field(() => String, { description: 'E-mail address to be told at, once.' })
  email: string;
}

@ObjectType('BackInStockRequest', { description: 'That somebody waits for a variation.' })
export class BackInStockRequestType {
  @Field(() => ID, { description: 'What they wait for.' })
  variationId: string;

  @Field(() => String, { description: 'E-mail address that is told, once.' })
  email: string;
}

@ObjectType({ description: 'Outcome of backInStockRequest.' })
export class BackInStockRequestPayload extends MutationPayload {
  @Field(() => BackInStockRequestType, {
    nullable: true,
    description: 'The request; null when it was refused.',
  })
  backInStockRequest?: BackInStockRequestType;
}

@InputType({ description: "The customer's word on mails that no order calls for." })
export class CustomerMarketingConsentSetInput {
  @Field(() => Boolean, { description: 'Whether they want them.' })
  accepts: boolean;
}

@ObjectType({ description: 'Outcome of customerMarketingConsentSet.' })
export class CustomerMarketingConsentSetPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true, description: 'The customer now.' })
  customer?: CustomerType;
}

@InputType({ description: "The token of a mail's link." })
export class MessageUnsubscribeInput {
  @Field(() => String, { description: 'As it stands in the link.' })
  token: string;
}

@ObjectType('MessageSubscription', { description: 'Mails that go to an address.' })
export class MessageSubscriptionType {
  @Field(() => subscriptionNames, { description: 'Which mails.' })
  kind: Subscription;

  @Field(() => String, { description: 'E-mail address that they go to.' })
  email: string;
}

@ObjectType({ description: 'Outcome of messageUnsubscribe.' })
export class MessageUnsubscribePayload extends MutationPayload {
  @Field(() => MessageSubscriptionType, {
    nullable: true,
    description: 'What has ended; null when it was refused.',
  })
  endedSubscription?: MessageSubscriptionType;
}
