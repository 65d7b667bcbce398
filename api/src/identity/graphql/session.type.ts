import { Field, ID, Int, ObjectType } from 'type-graphql';

import { CustomerType } from '../../customers';
import { MutationPayload } from '../../platform/graphql/payload';
import { DateTime } from '../../platform/graphql/scalars';
import type { IssuedSession } from '../commands/sessions';

@ObjectType('Session', {
  description: 'A signed-in session. The refresh token travels only in an httpOnly cookie.',
})
export class SessionType {
  @Field(() => String, {
    description: 'A JWT for the `Authorization: Bearer` header and for `connection_init`.',
  })
  accessToken: string;

  @Field(() => DateTime, { description: 'When to have refreshed the session by.' })
  accessTokenExpiresAt: Date;
}

@ObjectType('CappedItem', { description: 'Goods of the guest cart that could not all come.' })
export class CappedItemType {
  @Field(() => ID, { description: 'The variation.' })
  variationId: string;

  @Field(() => String, { description: "The product's name." })
  title: string;

  @Field(() => Int, { description: 'Units in the guest cart.' })
  wanted: number;

  @Field(() => Int, { description: 'Units of these that came into the cart of the account.' })
  added: number;
}

@ObjectType('CartMerge', { description: 'What happened to the guest cart at sign-in.' })
export class CartMergeType {
  @Field(() => Int, { description: 'Lines that came into the cart of the account.' })
  mergedLines: number;

  @Field(() => Int, { description: 'Lines of which only a part could come.' })
  cappedLines: number;

  @Field(() => [CappedItemType], { description: 'What these lines were of.' })
  cappedItems: readonly CappedItemType[];
}

@ObjectType({ description: 'The new account, signed in.' })
export class CustomerRegisterPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true, description: 'The new customer.' })
  customer?: CustomerType;

  @Field(() => SessionType, { nullable: true, description: 'Their session.' })
  session?: SessionType;

  @Field(() => CartMergeType, { nullable: true, description: 'Null when there was no guest cart.' })
  cartMerge?: CartMergeType;
}

@ObjectType({ description: 'Who signed in.' })
export class SessionCreatePayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true, description: 'The customer.' })
  customer?: CustomerType;

  @Field(() => SessionType, { nullable: true, description: 'Their session.' })
  session?: SessionType;

  @Field(() => CartMergeType, { nullable: true, description: 'Null when there was no guest cart.' })
  cartMerge?: CartMergeType;
}

@ObjectType({ description: 'Null session when the caller has none or it has ended.' })
export class SessionRefreshPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true, description: 'Whose session it is.' })
  customer?: CustomerType;

  @Field(() => SessionType, { nullable: true, description: 'The session with a new access token.' })
  session?: SessionType;
}

@ObjectType({ description: 'The end of a session.' })
export class SessionEndPayload extends MutationPayload {
  @Field(() => Boolean, { description: 'Whether there was a session to end.' })
  ended: boolean;
}

/** Maps a session to its GraphQL form. */
export function toSessionType(session: IssuedSession): SessionType {
  const { accessToken, accessTokenExpiresAt } = session;
  return Object.assign(new SessionType(), { accessToken, accessTokenExpiresAt });
}

/** Answers whether a session was ended. */
export function toSessionEndPayload(ended: boolean): SessionEndPayload {
  return Object.assign(new SessionEndPayload(), { ended });
}
