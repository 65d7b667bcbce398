import { computed, inject, Service, signal } from '@angular/core';

import type { Permission } from '../graphql/types.generated';
import { exclusively } from './exclusively';
import {
  type SessionOutcomeFragment,
  type SignedInStaffFragment,
  StaffSessionRefreshDocument,
  StaffSignInDocument,
  StaffSignOutDocument,
} from './session.generated';
import { SessionApi } from './session-api';
import { tokenLifetimeMilliseconds } from './token-lifetime';

interface ActiveSession {
  readonly staffMember: SignedInStaffFragment;
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** How long before its end a token is replaced. */
const renewalLeadMilliseconds = 60_000;

/** Who is signed in. The access token lives in memory only; the cookie that renews it is out of reach of scripts. */
@Service()
export class Session {
  private readonly api = inject(SessionApi);
  private readonly active = signal<ActiveSession | undefined>(undefined);
  private readonly channel = new BroadcastChannel('staff-session');
  private renewal: Promise<void> | undefined;
  private renewalTimer: ReturnType<typeof setTimeout> | undefined;

  readonly staffMember = computed(() => this.active()?.staffMember);
  readonly isSignedIn = computed(() => this.active() !== undefined);

  constructor() {
    this.channel.onmessage = () => this.forget();
  }

  /** Whether the signed-in member of staff has been given a permission. */
  can(permission: Permission): boolean {
    return this.staffMember()?.permissions.includes(permission) ?? false;
  }

  /** Picks up the session that the browser's cookie stands for, if there is one. */
  async restore(): Promise<void> {
    await this.renew();
  }

  /** Signs in; resolves to what the person must know when it did not work. */
  async signIn(email: string, password: string): Promise<string | undefined> {
    const { staffSessionCreate } = await this.api.send(StaffSignInDocument, {
      input: { email, password },
    });
    const { staffMember, session, userErrors } = staffSessionCreate;
    if (!staffMember || !session) {
      return userErrors[0]?.message ?? 'E-mail or password is wrong.';
    }
    this.begin(staffMember, session);
    return undefined;
  }

  async signOut(): Promise<void> {
    this.forget();
    this.channel.postMessage('signed-out');
    await this.api.send(StaffSignOutDocument, {});
  }

  /** The access token, renewed first when it is about to end; undefined when nobody is signed in. */
  async freshAccessToken(): Promise<string | undefined> {
    const active = this.active();
    if (active && active.expiresAt - Date.now() < renewalLeadMilliseconds / 2) {
      await this.renew().catch(() => undefined);
    }
    return this.active()?.accessToken;
  }

  /** Trades the cookie for a new access token; concurrent callers share one request. */
  renew(): Promise<void> {
    this.renewal ??= this.requestRenewal().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async requestRenewal(): Promise<void> {
    // The refresh token rotates: two tabs that used the same one would look like a theft.
    const { staffSessionRefresh } = await exclusively('staff-session-renewal', () =>
      this.api.send(StaffSessionRefreshDocument, {}),
    );
    const { staffMember, session } = staffSessionRefresh;
    if (staffMember && session) this.begin(staffMember, session);
    else this.forget();
  }

  private begin(staffMember: SignedInStaffFragment, session: SessionOutcomeFragment): void {
    const { accessToken } = session;
    const lifetime =
      tokenLifetimeMilliseconds(accessToken) ??
      Date.parse(session.accessTokenExpiresAt) - Date.now();
    this.active.set({ staffMember, accessToken, expiresAt: Date.now() + lifetime });
    this.renewIn(lifetime - renewalLeadMilliseconds);
  }

  private renewIn(milliseconds: number): void {
    clearTimeout(this.renewalTimer);
    this.renewalTimer = setTimeout(
      () => {
        this.renew().catch(() => this.renewIn(renewalLeadMilliseconds / 4));
      },
      Math.max(milliseconds, 5000),
    );
  }

  private forget(): void {
    clearTimeout(this.renewalTimer);
    this.active.set(undefined);
  }
}
