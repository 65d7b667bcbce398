import type { CustomerRepository } from '../customers';
import type { Authenticate } from '../platform/http/context';
import type { Revalidate } from '../platform/http/live-connections';
import type { ModuleParts, Platform } from '../platform/module';
import { AccessTokens } from '../platform/security/access-token';
import { PasswordHasher } from '../platform/security/password-hasher';
import { RefreshTokens } from '../platform/security/refresh-token';
import { createAuthenticate, createRevalidate } from './authenticate';
import { ApiKeyAuthentication } from './commands/api-key-authentication';
import { CheckPassword } from './commands/check-password';
import { CreateAccounts } from './commands/create-accounts';
import { CustomerSignIn, type OnCustomerSignIn } from './commands/customer-sign-in';
import { ManageApiKeys } from './commands/manage-api-keys';
import { Sessions } from './commands/sessions';
import { SignInGuard } from './commands/sign-in-guard';
import { StaffSignIn } from './commands/staff-sign-in';
import { ApiKeyResolver } from './graphql/api-key.resolver';
import { CustomerSessionResolver } from './graphql/customer-session.resolver';
import { StaffSessionResolver } from './graphql/staff-session.resolver';
import { purgeSessions } from './jobs/purge-sessions';
import { ApiKeyRepository } from './persistence/api-key.repository';
import { SessionRepository } from './persistence/session.repository';
import { StaffRepository } from './persistence/staff.repository';
import { ViewerReadModel } from './persistence/viewer.read-model';

export interface IdentityOptions {
  readonly customers: CustomerRepository;
  /** The server's secret, from which every signing key is derived. */
  readonly secret: string;
  /** What else happens in the transaction in which a customer signs in, such as merging carts. */
  readonly onCustomerSignIn?: OnCustomerSignIn;
}

/** Wires sign-in for customers and staff. */
export function createIdentityModule(
  platform: Platform,
  { customers, secret, onCustomerSignIn = () => Promise.resolve(undefined) }: IdentityOptions,
): ModuleParts & {
  readonly authenticate: Authenticate;
  readonly revalidate: Revalidate;
  readonly accounts: CreateAccounts;
} {
  const { dataSource, transactions, eventLog, clock, log } = platform;
  const repository = new SessionRepository(dataSource);
  const staff = new StaffRepository(dataSource);
  const hasher = new PasswordHasher();
  const access = new AccessTokens(secret, clock);
  const tokens = { access, refresh: new RefreshTokens(secret) };
  const sessions = new Sessions(repository, transactions, tokens, clock, (session) =>
    log.warn({ session }, 'a spent refresh token came back; its session was ended'),
  );
  const guard = new SignInGuard(platform.redis);
  const check = new CheckPassword({ customer: customers, staff }, hasher, guard, repository);
  const customerSignIn = new CustomerSignIn(
    customers,
    sessions,
    { check, guard, hasher },
    transactions,
    clock,
    onCustomerSignIn,
  );
  const viewers = new ViewerReadModel(dataSource);
  const staffSignIn = new StaffSignIn(staff, sessions, check, transactions);
  const keys = new ApiKeyRepository(dataSource);
  const keyHolders = new ApiKeyAuthentication(keys, clock);
  return {
    resolvers: [
      new CustomerSessionResolver(customerSignIn, sessions, customers, clock),
      new StaffSessionResolver(staffSignIn, sessions, staff, clock),
      new ApiKeyResolver(keys, new ManageApiKeys(keys, transactions, eventLog, clock)),
    ],
    jobs: [purgeSessions(repository, clock)],
    authenticate: createAuthenticate(access, viewers, keyHolders, clock),
    revalidate: createRevalidate(viewers, keyHolders, clock),
    accounts: new CreateAccounts(customers, staff, hasher, transactions, clock),
  };
}
