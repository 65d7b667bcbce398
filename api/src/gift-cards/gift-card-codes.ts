import { createHash, createHmac } from 'node:crypto';

import { deriveKey } from '../platform/security/derive-key';
import { readCode, toCode } from './domain/gift-card-code';

/** A code as the database knows it. */
export interface KnownCode {
  readonly hash: Buffer;
  readonly last4: string;
}

/**
 * The codes of gift cards. A code is worked out from the card's id with a key of the server, so that it can be mailed
 * when the time comes although nothing that is stored, logged or backed up opens a card.
 */
export class GiftCardCodes {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'gift-card-codes');
  }

  /** The code of a card. */
  codeOf(id: string): string {
    return toCode(createHmac('sha256', this.key).update(id).digest());
  }

  /** What is stored of a code. */
  known(code: string): KnownCode {
    return { hash: hashOf(code), last4: code.slice(-4) };
  }

  /** Under which name the database knows what somebody typed; undefined when it is no code. */
  read(typed: string): Buffer | undefined {
    const code = readCode(typed);
    return code === undefined ? undefined : hashOf(code);
  }
}

/** A secret of 80 random bits needs no slow hash. */
function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
