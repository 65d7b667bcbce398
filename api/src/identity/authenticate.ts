import type { Clock } from '../kernel/clock';
import { AppError } from '../platform/graphql/app-error';
import type { ContractName } from '../platform/graphql/request-context';
import type { Authenticate } from '../platform/http/context';
import type { AccessTokens } from '../platform/security/access-token';
import { anonymous } from '../platform/security/viewer';
import type { AccountKind } from './domain/account-kind';
import type { ViewerReadModel } from './persistence/viewer.read-model';

/** Whose tokens a contract takes. */
const audienceOf: Readonly<Record<ContractName, AccountKind>> = {
  public: 'customer',
  admin: 'staff',
};

/** Finds the viewer behind an access token; a token that is not good refuses the request. */
export function createAuthenticate(
  tokens: AccessTokens,
  viewers: ViewerReadModel,
  clock: Clock,
): Authenticate {
  return async (accessToken, contract) => {
    if (accessToken === undefined) return anonymous;
    const kind = audienceOf[contract];
    const claims = tokens.read(accessToken, kind);
    const viewer = claims && (await viewers.find(kind, claims, clock.now()));
    if (!viewer) {
      throw new AppError('UNAUTHENTICATED', 'This access token is not valid here, or no longer.');
    }
    return viewer;
  };
}
