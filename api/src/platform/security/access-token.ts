import { sign, verify } from 'jsonwebtoken';
import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { deriveKey } from './derive-key';

/** Who a token was made for; each is good on its own contract only. */
export type Audience = 'customer' | 'staff';

/** What an access token says. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
}

/** A signed token and when it stops being good. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

const ISSUER = 'cartwright';
const LIFETIME_MS = 15 * 60 * 1000;
const LONGEST_TOKEN = 1_000;

const payloadShape = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() });

/** Signs and checks the short-lived tokens that requests carry. */
export class AccessTokens {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(secret, 'access-token');
  }

  /** A token for 15 minutes, or until its session ends where that is sooner. */
  issue(audience: Audience, claims: AccessClaims, sessionExpiresAt: Date): AccessToken {
    const now = this.clock.now().getTime();
    const expires = Math.floor(Math.min(now + LIFETIME_MS, sessionExpiresAt.getTime()) / 1000);
    const payload = {
      sub: claims.accountId,
      sid: claims.sessionId,
      iat: Math.floor(now / 1000),
      exp: expires,
    };
    const token = sign(payload, this.key, {
      algorithm: 'HS256',
      issuer: ISSUER,
      audience,
    });
    return { token, expiresAt: new Date(expires * 1000) };
  }

  /** The claims of a token that is genuine, of this audience and not expired. */
  read(token: string, audience: Audience): AccessClaims | undefined {
    if (token.length > LONGEST_TOKEN) return undefined;
    try {
      const payload = payloadShape.safeParse(
        verify(token, this.key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience,
          clockTimestamp: Math.floor(this.clock.now().getTime() / 1000),
        }),
      );
      return payload.success
        ? { accountId: payload.data.sub, sessionId: payload.data.sid }
        : undefined;
    } catch {
      // jsonwebtoken throws for every way in which a token can be bad.
      return undefined;
    }
  }
}
