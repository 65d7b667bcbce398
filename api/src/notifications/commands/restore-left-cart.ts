import { z } from 'zod';

import type { CartOwner, RestoreCart, RestoredCart } from '../../cart';
import { refused, type Result } from '../../kernel/result';
import type { MailLinks } from '../mail-links';

export const restoreCartInput = z.object({ token: z.string().min(1).max(1_000) });

/** Brings back the cart of which a mail spoke. */
export class RestoreLeftCart {
  constructor(
    private readonly links: MailLinks,
    private readonly restore: RestoreCart,
  ) {}

  /** `isNew`: the caller had no cart so far. */
  async run(token: string, owner: CartOwner, isNew: boolean): Promise<Result<RestoredCart>> {
    const cartId = this.links.readCart(token);
    if (cartId !== undefined) return this.restore.run(owner, cartId, isNew);
    const message = 'This link is not complete, or too old.';
    return refused({ code: 'NOT_FOUND', message, path: ['token'] });
  }
}
