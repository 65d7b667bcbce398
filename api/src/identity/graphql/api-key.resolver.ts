import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { ForStaff } from '../../platform/graphql/access';
import { actorOf } from '../../platform/graphql/actor';
import { AppError } from '../../platform/graphql/app-error';
import {
  type ConnectionShape,
  PageArgs,
  toConnection,
  toTimePageRequest,
} from '../../platform/graphql/connection';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  createApiKeyInput,
  type KeyMaker,
  type ManageApiKeys,
  revokeApiKeyInput,
} from '../commands/manage-api-keys';
import type { ApiKeyRepository } from '../persistence/api-key.repository';
import {
  ApiKeyConnection,
  ApiKeyCreateInput,
  ApiKeyCreatePayload,
  ApiKeyRevokeInput,
  ApiKeyRevokePayload,
  ApiKeyType,
  toApiKeyType,
} from './api-key.type';

function makerOf(context: RequestContext): KeyMaker {
  const { viewer, requestId } = context;
  if (viewer.kind !== 'staff') throw new AppError('FORBIDDEN', 'Keys are managed by people.');
  return { ...viewer, actor: actorOf(context), requestId };
}

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly manage: ManageApiKeys,
  ) {}

  @ForStaff('API_KEYS_WRITE')
  @Query(() => ApiKeyConnection, {
    description: 'The API keys, newest first, those that have ended included.',
  })
  async apiKeys(@Args(() => PageArgs) page: PageArgs): Promise<ConnectionShape<ApiKeyType>> {
    const rows = await this.keys.page(toTimePageRequest(page));
    return toConnection(rows, toApiKeyType, () => this.keys.count());
  }

  @ForStaff('API_KEYS_WRITE')
  @Mutation(() => ApiKeyCreatePayload, {
    description: 'Makes a key for a third party and tells its secret, this once.',
  })
  apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInput, { description: 'The key.' }) input: ApiKeyCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<ApiKeyCreatePayload> {
    return answer(
      ApiKeyCreatePayload,
      createApiKeyInput,
      input,
      (valid) => this.manage.create(valid, makerOf(context)),
      async (payload, { id, secret }) => {
        payload.apiKey = await this.shown(id);
        payload.secret = secret;
      },
    );
  }

  @ForStaff('API_KEYS_WRITE')
  @Mutation(() => ApiKeyRevokePayload, {
    description: 'Ends a key at once; doing it again changes nothing.',
  })
  apiKeyRevoke(
    @Arg('input', () => ApiKeyRevokeInput, { description: 'Which one.' }) input: ApiKeyRevokeInput,
    @Ctx() context: RequestContext,
  ): Promise<ApiKeyRevokePayload> {
    return answer(
      ApiKeyRevokePayload,
      revokeApiKeyInput,
      input,
      (valid) => this.manage.revoke(valid.apiKeyId, makerOf(context)),
      async (payload, id) => {
        payload.apiKey = await this.shown(id);
      },
    );
  }

  private async shown(id: string): Promise<ApiKeyType | undefined> {
    const record = await this.keys.byId(id);
    return record && toApiKeyType(record);
  }
}
