import { createHash, randomBytes } from 'node:crypto';

/** What every key begins with, so that people and secret scanners know one when they see it. */
const MARK = 'cwk_';
const FORM = /^cwk_[A-Za-z0-9_-]{43}$/;
const SHOWN_LENGTH = MARK.length + 8;

/** A new key: 256 random bits, of which the database keeps a hash and the first few characters. */
export interface ApiKeySecret {
  readonly secret: string;
  readonly hash: Buffer;
  /** How people recognise it. */
  readonly prefix: string;
}

export function createApiKeySecret(): ApiKeySecret {
  const secret = `${MARK}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: apiKeyHash(secret), prefix: secret.slice(0, SHOWN_LENGTH) };
}

/** Whether this is meant to be an API key rather than an access token. */
export function isApiKeySecret(text: string): boolean {
  return text.startsWith(MARK);
}

/** Whether this can be an API key, which the database need not be asked about otherwise. */
export function hasApiKeyForm(text: string): boolean {
  return FORM.test(text);
}

/** Under which name the database knows a key. A secret of 256 bits needs no slow hash. */
export function apiKeyHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
