import type { CustomerRepository } from '../../customers';
import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { RequestContext } from '../../platform/graphql/request-context';
import { networkOf } from '../../platform/security/client-network';
import type { PasswordHasher } from '../../platform/security/password-hasher';
import type { CheckPassword } from './check-password';
import type { IssuedSession, Sessions } from './sessions';
import type { SignInAttempt, SignInGuard } from './sign-in-guard';

/** Goods of the guest's cart that could not all come. */
interface CappedItem {
  readonly variationId: string;
  readonly title: string;
  readonly wanted: number;
  readonly added: number;
}

/** What happened to the guest's cart. */
export interface CartMerge {
  readonly mergedLines: number;
  readonly cappedLines: number;
  readonly cappedItems: readonly CappedItem[];
}

/** What else happens in the transaction in which a customer signs in; filled by the composition root. */
export type OnCustomerSignIn = (
  tx: Transaction,
  signIn: { readonly customerId: string; readonly context: RequestContext },
) => Promise<CartMerge | undefined>;

/** A customer's new session. */
export interface CustomerSignedIn {
  readonly session: IssuedSession;
  readonly cartMerge: CartMerge | undefined;
}

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** The browser's request, with the refresh token that it came with. */
export interface Caller {
  readonly context: RequestContext;
  readonly refreshToken: string | undefined;
}

/** Lets customers in: with their password, or by registering. */
export class CustomerSignIn {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly sessions: Sessions,
    private readonly security: {
      readonly check: CheckPassword;
      readonly guard: SignInGuard;
      readonly hasher: PasswordHasher;
    },
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
    private readonly onSignIn: OnCustomerSignIn,
  ) {}

  async signIn(
    credentials: { readonly email: string; readonly password: string },
    caller: Caller,
  ): Promise<Result<CustomerSignedIn>> {
    const { clientAddress } = caller.context;
    const checked = await this.security.check.run('customer', { ...credentials, clientAddress });
    if (!checked.ok) return checked;
    return this.transactions.run((tx) => this.enter(tx, checked.value, caller));
  }

  async register(registration: Registration, caller: Caller): Promise<Result<CustomerSignedIn>> {
    const { email, name, password } = registration;
    const { guard, hasher } = this.security;
    // Asking which addresses are taken is guessing, too: it is counted with the failed sign-ins.
    const network = networkOf(caller.context.clientAddress);
    const attempt: SignInAttempt = { kind: 'customer', email, network };
    await guard.assertOpen(attempt, () => Promise.resolve(true));
    // Hashed whether or not the address is free, and before the transaction, which must not wait.
    const passwordHash = await hasher.hash(password);
    const result = await this.transactions.run<CustomerSignedIn>(async (tx) => {
      const createdAt = this.clock.now();
      const id = await this.customers.add(tx, { email, name, passwordHash, createdAt });
      if (id === undefined) {
        return refused({
          code: 'EMAIL_TAKEN',
          message: 'There is an account with this e-mail address already. Please sign in.',
          path: ['email'],
        });
      }
      return this.enter(tx, id, caller);
    });
    if (!result.ok) await guard.countFailure(attempt);
    return result;
  }

  private async enter(
    tx: Transaction,
    customerId: string,
    { context, refreshToken }: Caller,
  ): Promise<Result<CustomerSignedIn>> {
    const session = await this.sessions.open(tx, {
      kind: 'customer',
      accountId: customerId,
      clientAddress: context.clientAddress,
      replaces: refreshToken,
    });
    const cartMerge = await this.onSignIn(tx, { customerId, context });
    return accepted({ session, cartMerge });
  }
}
