import { createHash, createHmac, randomBytes } from 'node:crypto';

import { deriveKey } from './derive-key';

const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/;

/** Makes refresh tokens: 256 bits, known to the client alone; the database keeps their hashes. */
export class RefreshTokens {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'refresh-token-successor');
  }

  /** The first token of a session. */
  create(): string {
    return randomBytes(32).toString('base64url');
  }

  /**
   * The token that replaces this one. It follows from the old token and the server's secret, so that tabs
   * which refresh at once are all given the same one, and it is never stored.
   */
  successorOf(token: string): string {
    return createHmac('sha256', this.key).update(token).digest('base64url');
  }
}

/** Under which name the database knows a token; undefined for anything that cannot be one. */
export function refreshTokenHash(token: string | undefined): Buffer | undefined {
  if (token === undefined || !TOKEN_FORM.test(token)) return undefined;
  return createHash('sha256').update(token).digest();
}
