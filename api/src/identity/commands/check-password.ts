import { accepted, refused, type Result } from '../../kernel/result';
import { networkOf } from '../../platform/security/client-network';
import type { PasswordHasher } from '../../platform/security/password-hasher';
import type { AccountKind } from '../domain/account-kind';
import type { SessionRepository } from '../persistence/session.repository';
import type { SignInAttempt, SignInGuard } from './sign-in-guard';

/** Where the accounts of one kind are kept. */
export interface Accounts {
  credentials(
    email: string,
  ): Promise<{ id: string; passwordHash: string; isDisabled?: boolean } | undefined>;
  replaceDigest(id: string, oldDigest: string, newDigest: string): Promise<void>;
}

/** What somebody typed to sign in, and from where. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
}

/** Finds the account that credentials belong to, without telling strangers which accounts exist. */
export class CheckPassword {
  constructor(
    private readonly accounts: Readonly<Record<AccountKind, Accounts>>,
    private readonly hasher: PasswordHasher,
    private readonly guard: SignInGuard,
    private readonly sessions: SessionRepository,
  ) {}

  /** The account's id. Refuses alike, and as slowly, for unknown, disabled and mistyped. */
  async run(kind: AccountKind, credentials: Credentials): Promise<Result<string>> {
    const { email, password, clientAddress } = credentials;
    const attempt: SignInAttempt = { kind, email, network: networkOf(clientAddress) };
    const accounts = this.accounts[kind];
    const account = await accounts.credentials(email);
    const isKnownNetwork = (): Promise<boolean> =>
      account
        ? this.sessions.hasSignedInFrom(kind, account.id, attempt.network)
        : Promise.resolve(false);
    await this.guard.assertOpen(attempt, isKnownNetwork);

    return this.hasher.inSlot(async ({ check, digest }) => {
      // Asked again: others may have failed while this attempt stood in line for the slot.
      await this.guard.assertOpen(attempt, isKnownNetwork);
      const { matches, isOutdated } = await check(password, account?.passwordHash);
      if (!matches || !account || account.isDisabled) {
        await this.guard.countFailure(attempt);
        return refused({
          code: 'INVALID_CREDENTIALS',
          message: 'The e-mail address or the password is not right.',
        });
      }
      await this.guard.forgive(attempt);
      if (isOutdated) {
        await accounts.replaceDigest(account.id, account.passwordHash, await digest(password));
      }
      return accepted(account.id);
    });
  }
}
