import { Service, signal } from '@angular/core';

interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

const RENEW_BEFORE_EXPIRY_MS = 30_000;

/** The short-lived token of the signed-in customer. It lives in memory only. */
@Service()
export class AccessToken {
  private readonly token = signal<Token | undefined>(undefined);
  private renewal: Promise<void> | undefined;
  private fetchNew: () => Promise<void> = () => Promise.resolve();

  /** Tells how a new token is got; the session does so once. */
  renewWith(fetchNew: () => Promise<void>): void {
    this.fetchNew = fetchNew;
  }

  value(): string | undefined {
    return this.token()?.value;
  }

  set(value: string, expiresAt: string): void {
    this.token.set({ value, expiresAt: Date.parse(expiresAt) });
  }

  clear(): void {
    this.token.set(undefined);
  }

  /** Gets a new token; callers at the same time share one request. */
  renew(): Promise<void> {
    this.renewal ??= this.fetchNew().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  /** The token, after any renewal that is under way or due. */
  async fresh(): Promise<string | undefined> {
    const token = this.token();
    if (this.renewal || (token && token.expiresAt - Date.now() < RENEW_BEFORE_EXPIRY_MS)) {
      await this.renew();
    }
    return this.value();
  }
}
