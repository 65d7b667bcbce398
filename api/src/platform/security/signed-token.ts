import { createHmac, timingSafeEqual } from 'node:crypto';

import { deriveKey } from './derive-key';

/** Short facts that come back from outside and could not have been made up there, such as in a link of a mail. */
export class SignedTokens {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly purpose: string,
  ) {
    this.key = deriveKey(secret, purpose);
  }

  /** Writes the facts down and signs them. */
  sign(facts: readonly string[]): string {
    const body = Buffer.from(JSON.stringify(facts)).toString('base64url');
    return `${body}.${this.signatureOf(body).toString('base64url')}`;
  }

  /** The facts of a token that was signed for this purpose; undefined for any other. */
  read(token: string): readonly string[] | undefined {
    const [body = '', signature = '', ...more] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = this.signatureOf(body);
    if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
      return undefined;
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as readonly string[];
  }

  private signatureOf(body: string): Buffer {
    return createHmac('sha256', this.key).update(`${this.purpose}.${body}`).digest();
  }
}
