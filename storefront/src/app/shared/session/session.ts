import { computed, inject, Service, signal } from '@angular/core';
import { Apollo } from 'apollo-angular';

import { WITHOUT_SESSION } from '#shared/graphql/auth-link';
import { injectMutate } from '#shared/graphql/mutate';
import { Socket } from '#shared/graphql/socket';
import type { UserErrorCode } from '#shared/graphql/types.generated';
import { AccessToken } from './access-token';
import {
  CustomerRegisterDocument,
  SessionCreateDocument,
  type SessionCreateMutation,
  type SessionCustomerFragment,
  SessionEndDocument,
  SessionRefreshDocument,
  type SessionTokenFragment,
} from './session.generated';
import { sessionHint } from './session-hint';

type SignInPayload = SessionCreateMutation['sessionCreate'];

/** A refusal that a form can show beside the field it is about. */
export interface SessionProblem {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path?: readonly string[] | null;
}

/** How signing in ended; `cartMerge` says what happened to the guest's cart. */
export type SignInResult =
  | { readonly ok: true; readonly cartMerge: SignInPayload['cartMerge'] }
  | { readonly ok: false; readonly problems: readonly SessionProblem[] };

/** Who is signed in here. */
@Service()
export class Session {
  private readonly apollo = inject(Apollo);
  private readonly token = inject(AccessToken);
  private readonly socket = inject(Socket);
  private readonly mutate = injectMutate();

  private readonly current = signal<SessionCustomerFragment | undefined>(undefined);
  private readonly settled = signal(false);

  readonly customer = this.current.asReadonly();
  readonly isSignedIn = computed(() => this.current() !== undefined);
  /** Whether it is known yet if somebody is signed in. */
  readonly isSettled = this.settled.asReadonly();

  private started: Promise<void> | undefined;

  constructor() {
    this.token.renewWith(() => this.refresh());
  }

  /** Takes up the session that this browser had, if it had one. Guards may wait for it. */
  start(): Promise<void> {
    this.started ??= (sessionHint.exists() ? this.token.renew() : Promise.resolve()).finally(() =>
      this.settled.set(true),
    );
    return this.started;
  }

  async signIn(email: string, password: string): Promise<SignInResult> {
    const input = { email, password };
    return this.enter(
      await this.mutate(SessionCreateDocument, { input }, { context: WITHOUT_SESSION }),
    );
  }

  async register(name: string, email: string, password: string): Promise<SignInResult> {
    const input = { name, email, password };
    return this.enter(
      await this.mutate(CustomerRegisterDocument, { input }, { context: WITHOUT_SESSION }),
    );
  }

  async signOut(): Promise<void> {
    await this.mutate(SessionEndDocument, {});
    this.leave();
    await this.forgetPersonalData();
  }

  private async refresh(): Promise<void> {
    try {
      // The refresh token is replaced at each use: two tabs must not spend the same one.
      const { customer, session } = await navigator.locks.request('halftone.session', () =>
        this.mutate(SessionRefreshDocument, {}, { context: WITHOUT_SESSION }),
      );
      if (customer && session) this.accept(customer, session);
      else this.leave();
    } catch {
      // The shop is out of reach: the hint stays, so that the next visit tries again.
      this.token.clear();
    }
  }

  private async enter(payload: SignInPayload): Promise<SignInResult> {
    const { customer, session, cartMerge, userErrors } = payload;
    if (!customer || !session) return { ok: false, problems: userErrors };

    this.accept(customer, session);
    this.settled.set(true);
    await this.forgetPersonalData();
    return { ok: true, cartMerge };
  }

  private accept(customer: SessionCustomerFragment, session: SessionTokenFragment): void {
    this.token.set(session.accessToken, session.accessTokenExpiresAt);
    this.current.set(customer);
    sessionHint.remember();
  }

  private leave(): void {
    this.token.clear();
    this.current.set(undefined);
    sessionHint.forget();
  }

  private async forgetPersonalData(): Promise<void> {
    const { client } = this.apollo;
    for (const fieldName of ['cart', 'me', 'order', 'checkout']) {
      client.cache.evict({ id: 'ROOT_QUERY', fieldName, broadcast: false });
    }
    client.cache.gc();
    this.socket.reconnect();
    await client.refetchQueries({ include: 'active' });
  }
}
