import type { Clock } from '../../kernel/clock';
import type { ContractName } from '../../platform/graphql/request-context';
import { apiKeyHash, hasApiKeyForm } from '../../platform/security/api-key-secret';
import type { KnownViewer, Permission, Viewer } from '../../platform/security/viewer';
import type { ApiKeyRepository, LiveApiKey } from '../persistence/api-key.repository';

/** When a key was last used is known to the minute; noting every call would be a write for each. */
const NOTED_EVERY_MS = 60_000;

/** Finds out which key a request comes with, and what it may do now. */
export class ApiKeyAuthentication {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** The key as a viewer; undefined for one that is unknown, revoked or expired. */
  async viewerOf(secret: string, contract: ContractName): Promise<Viewer | undefined> {
    if (!hasApiKeyForm(secret)) return undefined;
    const now = this.clock.now();
    const key = await this.keys.live(apiKeyHash(secret), now);
    if (!key) return undefined;
    const notedAfter = new Date(now.getTime() - NOTED_EVERY_MS);
    if (!key.lastUsedAt || key.lastUsedAt <= notedAfter) {
      await this.keys.noteUse(key.id, now, notedAfter);
    }
    return toViewer(key, contract);
  }

  /** Those of these keys that are still good, as viewers of the full graph. */
  async current(keyIds: readonly string[]): Promise<KnownViewer[]> {
    const live = keyIds.length > 0 ? await this.keys.liveByIds(keyIds, this.clock.now()) : [];
    return live.map((key) => toViewer(key, 'admin'));
  }
}

function toViewer(key: LiveApiKey, contract: ContractName): KnownViewer {
  // A key follows its maker: what they may no longer do, it may not do either.
  const granted = key.scopes.filter((scope) => key.makersPermissions.includes(scope));
  return {
    kind: 'api-key',
    keyId: key.id,
    sessionId: key.id,
    name: key.name,
    permissions: new Set<Permission>(contract === 'admin' ? granted : []),
  };
}
