import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Actor, EventLog } from '../../platform/events/event-log';
import { idInput } from '../../platform/graphql/input-schemas';
import { createApiKeySecret } from '../../platform/security/api-key-secret';
import { personNameRule } from '../../platform/security/credential-rules';
import { type Permission, permissions } from '../../platform/security/viewer';
import type { ApiKeyRepository } from '../persistence/api-key.repository';

export const createApiKeyInput = z.object({
  name: personNameRule,
  scopes: z
    .array(z.enum(permissions))
    .max(permissions.length)
    .transform((scopes) => [...new Set(scopes)]),
  expiresAt: z
    .date()
    .nullish()
    .transform((date) => date ?? undefined),
});
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const revokeApiKeyInput = z.object({ apiKeyId: idInput });

/** Who hands out a key, and what they may do themselves. */
export interface KeyMaker {
  readonly staffId: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly actor: Actor;
  readonly requestId: string;
}

/** A key that was just made; the secret is told this once. */
export interface MadeApiKey {
  readonly id: string;
  readonly secret: string;
}

/** Hands out and revokes API keys; both are in the event log. */
export class ManageApiKeys {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly transactions: TransactionRunner,
    private readonly eventLog: EventLog,
    private readonly clock: Clock,
  ) {}

  async create(input: CreateApiKeyInput, maker: KeyMaker): Promise<Result<MadeApiKey>> {
    const createdAt = this.clock.now();
    const { name, scopes, expiresAt } = input;
    if (expiresAt && expiresAt <= createdAt) {
      return refused({
        code: 'INVALID_INPUT',
        message: 'A key must expire in the future.',
        path: ['expiresAt'],
      });
    }
    const beyond = scopes.findIndex((scope) => !mayGrant(scope, maker));
    if (beyond >= 0) {
      return refused({
        code: 'INVALID_INPUT',
        message:
          scopes[beyond] === 'API_KEYS_WRITE'
            ? 'Keys are handed out by people, not by keys.'
            : `You cannot give ${scopes[beyond]}, because you do not have it yourself.`,
        path: ['scopes', String(beyond)],
      });
    }
    const { secret, hash, prefix } = createApiKeySecret();
    const id = newId();
    return this.transactions.run(async (tx) => {
      const { staffId: createdBy } = maker;
      await this.keys.add(tx, { id, name, prefix, hash, scopes, createdBy, createdAt, expiresAt });
      await this.log(
        tx,
        { id, sequence: 1, type: 'API_KEY_CREATED' },
        { name, prefix, scopes },
        maker,
      );
      return accepted({ id, secret });
    });
  }

  /** Ends a key at once. Doing it again changes nothing. */
  revoke(id: string, by: KeyMaker): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const key = await this.keys.lock(tx, id);
      if (!key) {
        return refused({
          code: 'NOT_FOUND',
          message: 'There is no such key.',
          path: ['apiKeyId'],
        });
      }
      if (!key.isRevoked) {
        await this.keys.revoke(tx, id, this.clock.now());
        await this.log(tx, { id, sequence: 2, type: 'API_KEY_REVOKED' }, {}, by);
      }
      return accepted(id);
    });
  }

  private async log(
    tx: Transaction,
    event: { readonly id: string; readonly sequence: number; readonly type: string },
    payload: Record<string, unknown>,
    { actor, requestId }: KeyMaker,
  ): Promise<void> {
    await this.eventLog.append(tx, {
      aggregateType: 'api-key',
      aggregateId: event.id,
      sequence: event.sequence,
      type: event.type,
      payload,
      actor,
      requestId,
      occurredAt: this.clock.now(),
    });
  }
}

function mayGrant(scope: Permission, maker: KeyMaker): boolean {
  return scope !== 'API_KEYS_WRITE' && maker.permissions.has(scope);
}
