import type { Clock } from '../kernel/clock';
import type { Transaction } from '../platform/database/transaction';
import type { EventBus } from '../platform/events/event-bus';
import type { EventFeed, FeedEvent } from '../platform/events/event-feed';
import type {
  Actor,
  EventLog,
  LoggedEvent,
  NewEvent,
  PreparedEvent,
} from '../platform/events/event-log';
import type { FeedPosition } from '../platform/events/feed-position';
import { followAggregate } from '../platform/events/follow';
import type { LineUnits } from './domain/order-book';
import type {
  FulfilmentStatus,
  OrderEventName,
  OrderState,
  OrderStatus,
  PaymentStatus,
} from './domain/order-status';
import type { OrderEntity } from './persistence/order.entity';

/** The type of orders in the event log. */
export const ORDER_AGGREGATE = 'order';

/** What an order's event keeps: the state after it, and what staff said. */
export interface OrderEventPayload {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly note?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  readonly parcelId?: string;
  readonly returnId?: string;
  readonly refundId?: string;
  /** Money that went back, as a decimal text. */
  readonly amount?: string;
  readonly currencyCode?: string;
  readonly lines?: readonly LineUnits[];
}

/** An event of an order as the log gives it. */
export type OrderEvent = Omit<LoggedEvent, 'type' | 'payload'> & {
  readonly type: OrderEventName;
  readonly payload: OrderEventPayload;
};

/** What an event says besides the statuses. */
export type OrderEventDetails = Omit<OrderEventPayload, keyof OrderState>;

type OrderAfterEvent = Pick<
  OrderEntity,
  'id' | 'version' | 'status' | 'paymentStatus' | 'fulfilmentStatus'
>;

export interface EventOrigin {
  readonly actor: Actor;
  readonly requestId: string | undefined;
}

/** The event log of orders: one entry per version, so the sequence number is the order's version. */
export class OrderEvents {
  constructor(
    private readonly log: EventLog,
    private readonly bus: EventBus,
    private readonly feed: EventFeed,
    private readonly clock: Clock,
  ) {}

  /** Appends what happened; `order` is the state after it. */
  async append(
    tx: Transaction,
    order: OrderAfterEvent,
    type: OrderEventName,
    origin: EventOrigin,
    details: OrderEventDetails = {},
  ): Promise<void> {
    await this.log.append(tx, this.eventOf(order, type, origin, details));
  }

  /** Prepares the event of an order that is just being placed, to be written in one statement with it. */
  preparePlaced(tx: Transaction, order: OrderAfterEvent, origin: EventOrigin): PreparedEvent {
    return this.log.prepare(tx, this.eventOf(order, 'PLACED', origin, {}));
  }

  /** The histories of several orders in one statement. */
  async histories(orderIds: readonly string[]): Promise<OrderEvent[]> {
    return (await this.log.histories(ORDER_AGGREGATE, orderIds)) as unknown as OrderEvent[];
  }

  /** Follows one order: what came after `after`, then live. */
  follow(orderId: string, after: number | undefined): Promise<AsyncIterableIterator<LoggedEvent>> {
    return followAggregate(this.log, this.bus, { type: ORDER_AGGREGATE, id: orderId }, after);
  }

  /** Follows all orders: what came after a position, then live. */
  followAll(after: FeedPosition | undefined): Promise<AsyncIterableIterator<FeedEvent>> {
    return this.feed.follow(after);
  }

  private eventOf(
    order: OrderAfterEvent,
    type: OrderEventName,
    { actor, requestId }: EventOrigin,
    details: OrderEventDetails,
  ): NewEvent {
    const { status, paymentStatus, fulfilmentStatus } = order;
    return {
      aggregateType: ORDER_AGGREGATE,
      aggregateId: order.id,
      sequence: order.version,
      type,
      payload: { status, paymentStatus, fulfilmentStatus, ...details },
      actor,
      requestId,
      occurredAt: this.clock.now(),
    };
  }
}
