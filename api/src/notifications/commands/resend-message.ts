import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { idInput } from '../../platform/graphql/input-schemas';
import type { MessageRepository } from '../persistence/message.repository';

export const resendMessageInput = z.object({ messageId: idInput });

/** Sends a message again: at once, and for another five days if need be. */
export class ResendMessage {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly messages: MessageRepository,
    private readonly clock: Clock,
  ) {}

  /** Returns the message's id. */
  run(messageId: string): Promise<Result<string>> {
    return this.transactions.run(async (tx) =>
      (await this.messages.resend(tx, messageId, this.clock.now()))
        ? accepted(messageId)
        : refused({
            code: 'NOT_FOUND',
            message: 'There is no such message, or it no longer had anything to tell.',
            path: ['messageId'],
          }),
    );
  }
}
