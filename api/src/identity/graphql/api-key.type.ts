import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { connectionOf } from '../../platform/graphql/connection';
import { MutationPayload } from '../../platform/graphql/payload';
import { DateTime } from '../../platform/graphql/scalars';
import type { Permission } from '../../platform/security/viewer';
import type { ApiKeyRecord } from '../persistence/api-key.repository';
import { permissionNames } from './staff-member.type';

@ObjectType('ApiKey', { description: 'With which a program of a third party calls this API.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => String, { description: 'How the key begins, so that people recognise it.' })
  prefix: string;

  @Field(() => [permissionNames], {
    description:
      'What it may do on the full graph at most: never more than the person who made it may now.',
  })
  scopes: readonly Permission[];

  @Field(() => String, { description: 'Name of the member of staff who made it.' })
  createdBy: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; null for never.' })
  expiresAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked, if it was.' })
  revokedAt?: Date;
}

export const ApiKeyConnection = connectionOf('ApiKey', () => ApiKeyType);

@InputType({ description: 'A key to be made.' })
export class ApiKeyCreateInput {
  @Field(() => String, { description: 'What it is for, such as "Price comparison".' })
  name: string;

  @Field(() => [permissionNames], {
    description:
      'What it may do on the full graph: permissions of your own, and not API_KEYS_WRITE. Empty for a key that only has higher limits on the public contract.',
  })
  scopes: Permission[];

  @Field(() => DateTime, { nullable: true, description: 'When it is to end; never by default.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'A key to be ended.' })
export class ApiKeyRevokeInput {
  @Field(() => ID, { description: 'The key.' })
  apiKeyId: string;
}

@ObjectType({ description: 'A key that was made.' })
export class ApiKeyCreatePayload extends MutationPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when it was refused.' })
  apiKey?: ApiKeyType;

  @Field(() => String, {
    nullable: true,
    description: 'What the program has to send. It is shown this once and kept nowhere.',
  })
  secret?: string;
}

@ObjectType({ description: 'A key that was ended.' })
export class ApiKeyRevokePayload extends MutationPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when it was refused.' })
  apiKey?: ApiKeyType;
}

/** Maps a key to its GraphQL form. */
export function toApiKeyType(record: ApiKeyRecord): ApiKeyType {
  return Object.assign(new ApiKeyType(), record);
}
