import type DataLoader from 'dataloader';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import type { OrderLoaders } from '../../orders';
import type { Transaction } from '../../platform/database/transaction';
import type { LoggedEvent } from '../../platform/events/event-log';
import type { EventReader } from '../../platform/events/event-reader';
import { type Notice, noticeOf, toldBefore } from '../domain/notices';
import type { MessageRepository, NewMessage } from '../persistence/message.repository';

/**
 * Makes messages of what the event log tells, in the transaction that moves its cursor: whatever happens, each event
 * calls for each kind of message once. Those who cause the events know nothing of it and wait for nothing.
 */
export class CollectMessages {
  constructor(
    private readonly reader: EventReader,
    private readonly messages: MessageRepository,
    private readonly orders: Pick<OrderLoaders, 'orderById' | 'eventsByOrder'>,
    private readonly clock: Clock,
  ) {}

  run(stopping?: AbortSignal): Promise<void> {
    return this.reader.catchUp((tx, events) => this.take(tx, events), stopping);
  }

  private async take(tx: Transaction, events: readonly LoggedEvent[]): Promise<void> {
    const loaders = { order: this.orders.orderById(), history: this.orders.eventsByOrder() };
    const made = await Promise.all(
      events.map(async (event): Promise<NewMessage | undefined> => {
        const notice = noticeOf(event);
        if (!notice || (await isTold(event, loaders.history))) return undefined;
        return this.messageOf(notice, loaders.order);
      }),
    );
    await this.messages.add(
      tx,
      made.filter((message) => message !== undefined),
      this.clock.now(),
    );
  }

  private async messageOf(
    { recipient, ...notice }: Notice,
    orderById: ReturnType<OrderLoaders['orderById']>,
  ): Promise<NewMessage | undefined> {
    const order = notice.orderId === undefined ? undefined : await orderById.load(notice.orderId);
    const to = order?.email ?? recipient;
    if (to === undefined) return undefined;
    return { id: newId(), ...notice, recipient: to, customerId: order?.customerId ?? undefined };
  }
}

/** Whether parcels have told of it already. */
async function isTold(
  event: LoggedEvent,
  history: DataLoader<string, readonly { readonly type: string }[]>,
): Promise<boolean> {
  const told = toldBefore(event);
  if (told === undefined) return false;
  return (await history.load(event.aggregateId)).some(({ type }) => type === told);
}
