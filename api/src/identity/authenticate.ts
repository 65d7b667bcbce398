import type { Clock } from '../kernel/clock';
import { AppError } from '../platform/graphql/app-error';
import type { ContractName } from '../platform/graphql/request-context';
import type { Authenticate } from '../platform/http/context';
import type { Revalidate } from '../platform/http/live-connections';
import type { AccessTokens } from '../platform/security/access-token';
import { isApiKeySecret } from '../platform/security/api-key-secret';
import { anonymous, type Viewer } from '../platform/security/viewer';
import type { ApiKeyAuthentication } from './commands/api-key-authentication';
import type { AccountKind } from './domain/account-kind';
import type { ViewerReadModel } from './persistence/viewer.read-model';

/** Whose tokens a contract takes. */
const audienceOf: Readonly<Record<ContractName, AccountKind>> = {
  public: 'customer',
  admin: 'staff',
};

/** Finds the viewer behind an access token or an API key; one that is not good refuses the request. */
export function createAuthenticate(
  tokens: AccessTokens,
  viewers: ViewerReadModel,
  keys: ApiKeyAuthentication,
  clock: Clock,
): Authenticate {
  const bearerOf = async (accessToken: string, kind: AccountKind): Promise<Viewer | undefined> => {
    const claims = tokens.read(accessToken, kind);
    return claims && viewers.find(kind, claims, clock.now());
  };
  return async (accessToken, contract) => {
    if (accessToken === undefined) return anonymous;
    const viewer = isApiKeySecret(accessToken)
      ? await keys.viewerOf(accessToken, contract)
      : await bearerOf(accessToken, audienceOf[contract]);
    if (!viewer) {
      throw new AppError('UNAUTHENTICATED', 'This access token is not valid here, or no longer.');
    }
    return viewer;
  };
}

/** Looks at viewers again: all sessions in one statement, all keys in another. */
export function createRevalidate(
  sessions: ViewerReadModel,
  keys: ApiKeyAuthentication,
  clock: Clock,
): Revalidate {
  return async (viewers) => {
    const [ofKeys, ofSessions] = [true, false].map((isKey) =>
      viewers
        .filter(({ kind }) => (kind === 'api-key') === isKey)
        .map(({ sessionId }) => sessionId),
    );
    const current = await Promise.all([
      sessions.current(ofSessions ?? [], clock.now()),
      keys.current(ofKeys ?? []),
    ]);
    return new Map(current.flat().map((viewer) => [viewer.sessionId, viewer]));
  };
}
