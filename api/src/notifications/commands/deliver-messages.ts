import type { Clock } from '../../kernel/clock';
import { hook } from '../../platform/hooks';
import { retryDelaySeconds } from '../../platform/jobs/retry-delay';
import type { RenderedMail } from '../../platform/mail/mail-renderer';
import type { MailOutcome, MailTransport } from '../../platform/mail/mail-transport';
import { afterFailure, type MessageStatus } from '../domain/message-state';
import type { MessageWriter, WriteMessage } from '../message-writer';
import type { ClaimedMessage, MessageRepository } from '../persistence/message.repository';
import type { Sender } from '../sender';

const BATCH = 20;
/** Conversations with the mail server at once. */
const AT_ONCE = 4;
/** Longer than any conversation takes; so long the messages of a process that died wait for another one. */
const CLAIMED_MS = 5 * 60_000;
/** A mail server that does not answer is left alone for a moment. */
const REST_MS = 15_000;

/**
 * Writes and sends messages that are due. What a message says is kept before it is sent, and a try is counted before it
 * begins: whoever is killed in between, the message is sent by another process, in the same words and under the same
 * Message-ID. Safe in several processes at once.
 */
export class DeliverMessages {
  private restingUntil = 0;

  constructor(
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly transport: MailTransport,
    private readonly sender: Sender,
    private readonly clock: Clock,
  ) {}

  async run(stopping?: AbortSignal): Promise<void> {
    while (!stopping?.aborted && this.now() >= this.restingUntil) {
      const until = new Date(this.now() + CLAIMED_MS);
      const claimed = await this.messages.claim(BATCH, this.clock.now(), until);
      if (claimed.length === 0) return;
      await this.deliverAll(claimed, stopping);
    }
  }

  private async deliverAll(
    claimed: readonly ClaimedMessage[],
    stopping: AbortSignal | undefined,
  ): Promise<void> {
    const write = await this.writer.batch();
    const queue = [...claimed];
    const work = async (): Promise<void> => {
      while (!stopping?.aborted && this.now() >= this.restingUntil) {
        const next = queue.shift();
        if (!next) return;
        await this.deliver(next, write);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const next = Math.max(this.now(), this.restingUntil);
    await this.messages.giveBack(queue, new Date(next));
  }

  private async deliver(message: ClaimedMessage, write: WriteMessage): Promise<void> {
    let mail: RenderedMail;
    try {
      const written = await this.contentOf(message, write);
      if ('dropped' in written) {
        await this.end(message, 'DROPPED', written.dropped);
        return;
      }
      ({ mail } = written);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.putOff(message, `It could not be written: ${reason}`);
    }
    await hook('message:written');
    const outcome = await this.transport.send(await this.sender.pack(message, mail));
    await hook('message:sent');
    await this.concluded(message, outcome);
  }

  /** What it says: as it was written the first time. */
  private async contentOf(message: ClaimedMessage, write: WriteMessage) {
    const { subject, html, text } = message;
    const isSecret = this.transport.isConnected && isForReaderAlone(message);
    if (subject !== null && html !== null && text !== null && !isSecret) {
      return { mail: { subject, html, text } };
    }
    const written = await write(message);
    if ('mail' in written) {
      const { mail, secret } = written;
      await this.messages.keepContent(message, isSecret ? hiding(secret, mail) : mail);
    }
    return written;
  }

  private concluded(message: ClaimedMessage, outcome: MailOutcome): Promise<void> {
    switch (outcome.kind) {
      case 'sent':
        return this.end(message, 'SENT');
      case 'kept':
        return this.end(message, 'KEPT');
      case 'refused':
        return this.end(message, 'FAILED', outcome.reason);
      case 'delayed':
        return this.putOff(message, outcome.reason);
      case 'unreachable':
        this.restingUntil = this.now() + REST_MS;
        return this.putOff(message, outcome.reason);
    }
  }

  private putOff(message: ClaimedMessage, error: string): Promise<void> {
    const now = this.clock.now();
    const step = afterFailure(message, now, retryDelaySeconds(message.attempts));
    return step.kind === 'fail'
      ? this.end(message, 'FAILED', error)
      : this.messages.conclude(message, { status: 'WAITING', at: step.at, error });
  }

  private end(message: ClaimedMessage, status: MessageStatus, error?: string): Promise<void> {
    return this.messages.conclude(message, { status, at: this.clock.now(), error });
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function hiding(secret: string | undefined, mail: RenderedMail): RenderedMail {
  if (secret === undefined) return mail;
  const hide = (text: string): string => text.replaceAll(secret, `…${secret.slice(-4)}`);
  return { subject: hide(mail.subject), html: hide(mail.html), text: hide(mail.text) };
}

/** Whoever has a gift card's code can spend it, so what is kept of a mail that was sent does not show it. */
function isForReaderAlone({ template }: ClaimedMessage): boolean {
  return template === 'GIFT_CARD';
}
