import { aggregateChannel, type BusMessage, type EventBus } from './event-bus';
import type { EventLog, LoggedEvent } from './event-log';

/** Live messages kept for a slow reader; beyond it they are dropped and read from the log instead. */
const BUFFER_LIMIT = 64;

/** A bounded queue between the bus, which pushes, and a subscriber, which pulls. */
class Inbox {
  private messages: BusMessage[] = [];
  private wake: (() => void) | undefined;
  private closed = false;

  readonly push = (message: BusMessage): void => {
    if (this.messages.length >= BUFFER_LIMIT) this.messages = ['missed'];
    else this.messages.push(message);
    this.wake?.();
  };

  async next(): Promise<BusMessage | undefined> {
    while (this.messages.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.messages.shift();
  }

  close(): void {
    this.closed = true;
    this.messages = [];
    this.wake?.();
  }
}

/** An async iterator over an inbox whose `return` works even while a `next` is waiting. */
function iterate<T>(
  generator: AsyncGenerator<T, void, void>,
  close: () => void,
): AsyncIterableIterator<T> {
  return {
    next: () => generator.next(),
    return: async () => {
      close();
      return generator.return();
    },
    throw: (error: unknown) => {
      close();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * Follows one aggregate: first what the log holds after `after`, then live, in order, each event once.
 * The bus only speeds things up. Listening starts before the log is read, repeats are skipped by sequence
 * number, and a hole in the numbers is filled from the log. So a lost, doubled or reordered message, another
 * API process or a restarted Redis cannot cause a gap or a duplicate.
 */
export async function followAggregate(
  log: EventLog,
  bus: EventBus,
  aggregate: { readonly type: string; readonly id: string },
  after: number | undefined,
): Promise<AsyncIterableIterator<LoggedEvent>> {
  const inbox = new Inbox();
  const stop = await bus.listen(aggregateChannel(aggregate.type, aggregate.id), inbox.push);
  const close = (): void => {
    stop();
    inbox.close();
  };

  async function* events(from: number): AsyncGenerator<LoggedEvent, void, void> {
    let last = from;
    try {
      if (after !== undefined) {
        for (const event of await log.since(aggregate.type, aggregate.id, last)) {
          last = event.sequence;
          yield event;
        }
      }
      for (;;) {
        const message = await inbox.next();
        if (message === undefined) return;
        if (message !== 'missed' && message.sequence <= last) continue;
        const isNext = message !== 'missed' && message.sequence === last + 1;
        const batch = isNext ? [message] : await log.since(aggregate.type, aggregate.id, last);
        for (const event of batch) {
          last = event.sequence;
          yield event;
        }
      }
    } finally {
      close();
    }
  }

  try {
    const from = after ?? (await log.lastSequence(aggregate.type, aggregate.id));
    return iterate(events(from), close);
  } catch (error) {
    close();
    throw error;
  }
}

/** Aggregates whose last delivered number a feed remembers, to skip what the relay repeats. */
const FEED_MEMORY = 5_000;

/** Follows all aggregates of a type from now on. Not replayed: a client that was away reads its list again. */
export async function followFeed(
  bus: EventBus,
  channel: string,
): Promise<AsyncIterableIterator<LoggedEvent>> {
  const inbox = new Inbox();
  const stop = await bus.listen(channel, inbox.push);
  const close = (): void => {
    stop();
    inbox.close();
  };
  const delivered = new Map<string, number>();

  async function* events(): AsyncGenerator<LoggedEvent, void, void> {
    try {
      for (;;) {
        const message = await inbox.next();
        if (message === undefined) return;
        if (message === 'missed') continue;
        if (message.sequence <= (delivered.get(message.aggregateId) ?? 0)) continue;
        delivered.delete(message.aggregateId);
        delivered.set(message.aggregateId, message.sequence);
        if (delivered.size > FEED_MEMORY) {
          const oldest = delivered.keys().next().value;
          if (oldest !== undefined) delivered.delete(oldest);
        }
        yield message;
      }
    } finally {
      close();
    }
  }
  return iterate(events(), close);
}
