import { aggregateChannel, type EventBus } from './event-bus';
import type { EventLog, LoggedEvent } from './event-log';
import { Inbox, iterate } from './inbox';

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
  const inbox = new Inbox<LoggedEvent>();
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
