import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import type { OrderLoaders } from '../../orders';
import type { Transaction } from '../../platform/database/transaction';
import type { LoggedEvent } from '../../platform/events/event-log';
import type { EventReader } from '../../platform/events/event-reader';
import { type Notice, noticeOf } from '../domain/notices';
import type { MessageRepository, NewMessage } from '../persistence/message.repository';

/**
 * Makes messages of what the event log tells, in the transaction that moves its cursor: whatever happens, each event
 * calls for each kind of message once. Those who cause the events know nothing of it and wait for nothing.
 */
export class CollectMessages {
  constructor(
    private readonly reader: EventReader,
    private readonly messages: MessageRepository,
    private readonly orders: Pick<OrderLoaders, 'orderById'>,
    private readonly clock: Clock,
  ) {}

  run(stopping?: AbortSignal): Promise<void> {
    return this.reader.catchUp((tx, events) => this.take(tx, events), stopping);
  }

  private async take(tx: Transaction, events: readonly LoggedEvent[]): Promise<void> {
    const orderById = this.orders.orderById();
    const notices = events.map(noticeOf).filter((notice) => notice !== undefined);
    const made = await Promise.all(notices.map((notice) => this.messageOf(notice, orderById)));
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
