import { accepted, refused, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { deriveState } from '../domain/derived-state';
import type { OrderBook } from '../domain/order-book';
import type { OrderEventName, OrderState } from '../domain/order-status';
import type { EventOrigin, OrderEventDetails, OrderEvents } from '../order-events';
import type { OrderEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';
import type { OrderBookRepository } from '../persistence/order-book.repository';
import type { OpenOrder } from '../persistence/read-order-book';
import type { OrderCall } from './order-call';
import type { OrderEffects, OrderMoves } from './order-effects';
import type { TakeBackCards } from './take-back-cards';

/** What a command makes of an order. */
export interface OrderOutcome extends OrderMoves {
  readonly book: OrderBook;
  /** What happened; may depend on where the order stands afterwards. */
  readonly event: (after: OrderState) => OrderEventName;
  readonly details?: OrderEventDetails;
  /** Other columns that change. */
  readonly changes?: Partial<OrderEntity>;
  /** What the command answers with; the order's id unless it says otherwise. */
  readonly answer?: string;
}

/** What happened to the money of an order. */
export interface MoneyNews {
  readonly event: OrderEventName;
  readonly details?: OrderEventDetails;
  readonly overpaid?: OrderMoves['overpaid'];
}

/** The part of a command that is its own. */
export type OrderStep = (tx: Transaction, open: OpenOrder) => Promise<Result<OrderOutcome>>;

/** How every command about a placed order runs: once per key, under the order's lock, with one event at its end. */
export class OrderWork {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly orders: OrderRepository,
    private readonly books: OrderBookRepository,
    private readonly events: OrderEvents,
    private readonly effects: OrderEffects,
    private readonly cards: TakeBackCards,
  ) {}

  /** Runs a step. A repeat with the same key answers the same again and changes nothing. */
  run(
    name: string,
    { idempotencyKey, ...input }: OrderCall,
    origin: EventOrigin,
    step: OrderStep,
  ): Promise<Result<string>> {
    const { actor } = origin;
    const claim = {
      operation: `order:${name}`,
      owner: actor.id ?? `${actor.kind}:${input.orderId}`,
      key: idempotencyKey,
      input,
      outcome: input.orderId,
    };
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        const open = await this.open(tx, input);
        if (!open.ok) return open;
        const outcome = await step(tx, open.value);
        if (!outcome.ok) return outcome;
        const book = await this.settle(tx, open.value, outcome.value, origin);
        const taken = await this.cards.run(tx, open.value, book, origin.actor);
        if (!taken.ok) return taken;
        return accepted(outcome.value.answer ?? input.orderId);
      }),
    );
  }

  /** Writes down that money of an order moved without a command, if that is news. */
  async noteMoney(
    tx: Transaction,
    orderId: string,
    origin: EventOrigin,
    news: (open: OpenOrder) => MoneyNews | undefined,
  ): Promise<void> {
    const open = await this.books.open(tx, orderId);
    const found = open && news(open);
    if (!found) return;
    const { event, details, overpaid } = found;
    const outcome = { book: open.book, event: () => event, details, overpaid };
    await this.settle(tx, open, outcome, origin);
  }

  private async open(
    tx: Transaction,
    { orderId, expectedVersion }: Omit<OrderCall, 'idempotencyKey'>,
  ): Promise<Result<OpenOrder>> {
    const open = await this.books.open(tx, orderId);
    if (!open) return refused({ code: 'NOT_FOUND', message: 'There is no such order.' });
    const { version } = open.order;
    if (expectedVersion !== undefined && expectedVersion !== version) {
      return refused({
        code: 'VERSION_CONFLICT',
        message: 'The order was changed meanwhile.',
        path: ['expectedVersion'],
        currentVersion: version,
      });
    }
    return accepted(open);
  }

  private async settle(
    tx: Transaction,
    open: OpenOrder,
    outcome: OrderOutcome,
    origin: EventOrigin,
  ): Promise<OrderBook> {
    const { order, lines } = open;
    const { details, restock } = outcome;
    if (restock) await this.effects.restock(tx, order.id, lines, restock, origin.actor);
    const moves = { ...outcome, reason: details?.note };
    const settled = await this.effects.settleMoney(tx, open, outcome.book, moves, origin.actor);
    const { book, givenBack } = settled;
    const state = deriveState(book);
    await this.effects.endUses(tx, open, state);
    await this.books.save(tx, order.id, open.book, book);
    const { cancelledMinor, creditedMinor, refundedShippingMinor } = book.money;
    await this.orders.update(tx, order, {
      ...state,
      ...shipmentOf(book, state),
      ...{ cancelledMinor, creditedMinor, refundedShippingMinor },
      ...outcome.changes,
    });
    await this.events.append(
      tx,
      { id: order.id, version: order.version + 1, ...state },
      outcome.event(state),
      origin,
      { ...details, ...givenBack },
    );
    return book;
  }
}

/** What the order itself says of its last parcel, for those who know of one only. */
function shipmentOf({ parcels }: OrderBook, { fulfilmentStatus }: OrderState) {
  const last = parcels.findLast(({ sentAt }) => sentAt);
  if (!last) return {};
  return {
    carrier: last.carrier ?? null,
    trackingNumber: last.trackingNumber ?? null,
    shippedAt: last.sentAt ?? null,
    deliveredAt: fulfilmentStatus === 'DELIVERED' ? (last.deliveredAt ?? null) : null,
  };
}
