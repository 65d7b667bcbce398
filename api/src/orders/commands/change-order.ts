import { z } from 'zod';

import type { StockKeeper } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import { optionalText } from '../../platform/graphql/input-schemas';
import { cancelAll } from '../domain/cancellation';
import { allUnits, unpackedUnits } from '../domain/line-units';
import { balanceOf } from '../domain/order-balance';
import type { OrderBook, ParcelStatus } from '../domain/order-book';
import { decide, type OrderAction, type OrderParty } from '../domain/order-state';
import { moveParcel, pack } from '../domain/parcels';
import type { EventOrigin } from '../order-events';
import type { OpenOrder } from '../persistence/read-order-book';
import { namedOrderInput, type OrderCall, orderCallInput } from './order-call';
import type { OrderEffects, OrderMoves } from './order-effects';
import type { OrderWork } from './order-work';

export const transitionInput = z
  .object({
    ...orderCallInput,
    transition: z.enum(['CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER']),
    note: optionalText(1_000),
    carrier: optionalText(100),
    trackingNumber: optionalText(100),
  })
  .refine((input) => input.transition === 'SHIP' || !(input.carrier ?? input.trackingNumber), {
    path: ['carrier'],
    message: 'Carrier and tracking number belong to SHIP.',
  });
export const markPaidInput = z.object(orderCallInput);
export const cancelInput = z.object({ ...namedOrderInput, reason: optionalText(500) });

/** A wish to move an order on as a whole. */
export interface OrderWish extends OrderCall {
  readonly action: OrderAction;
  readonly party: OrderParty;
  readonly note?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
}

/** Moves orders as a whole through their life after placing. The rules are `decide`'s; here they take effect. */
export class ChangeOrder {
  constructor(
    private readonly work: OrderWork,
    private readonly effects: OrderEffects,
    private readonly stock: StockKeeper,
    private readonly clock: Clock,
  ) {}

  /** Returns the order's id. */
  run(wish: OrderWish, origin: EventOrigin): Promise<Result<string>> {
    return this.work.run(wish.action, wish, origin, async (tx, open) => {
      const decision = decide(open.book.state, wish.action, wish.party);
      if (!decision.ok) return decision;
      const { state, event } = decision.value;
      const { note, carrier, trackingNumber } = wish;
      const done = await this.apply(tx, open, wish, origin);
      if (!done.ok) return done;
      const { book, ...moves } = done.value;
      return accepted({
        ...moves,
        book: { ...book, state },
        event: () => event,
        details: { note, carrier, trackingNumber, ...parcelOf(open.book, book) },
      });
    });
  }

  private async apply(
    tx: Transaction,
    open: OpenOrder,
    wish: OrderWish,
    { actor }: EventOrigin,
  ): Promise<Result<OrderMoves & { readonly book: OrderBook }>> {
    const { book, order } = open;
    switch (wish.action) {
      case 'SHIP': {
        const shipped = this.ship(book, wish);
        return shipped.ok ? accepted({ book: shipped.value }) : shipped;
      }
      case 'DELIVER':
        return accepted({ book: this.moveAll(book, 'SENT', 'DELIVERED') });
      case 'MARK_PAID':
        return accepted({ book: await this.effects.collect(tx, open) });
      case 'CANCEL':
        await this.stock.restore(tx, order.id, actor);
        return accepted({ book: cancelAll(book, this.clock.now()), overpaid: 'CANCELLATION' });
      case 'REFUND':
        return accepted(refundAll(book, wish.note));
      default:
        return accepted({ book });
    }
  }

  /** Everything that is left goes in one parcel, and what was prepared before goes with it. */
  private ship(book: OrderBook, { carrier, trackingNumber }: OrderWish): Result<OrderBook> {
    const sent = this.moveAll(book, 'PREPARED', 'SENT');
    if (allUnits(sent, unpackedUnits).length === 0) return accepted(sent);
    const label = { id: newId(), carrier, trackingNumber, createdAt: this.clock.now() };
    return pack(sent, undefined, label, true);
  }

  private moveAll(book: OrderBook, from: ParcelStatus, to: ParcelStatus): OrderBook {
    return book.parcels
      .filter(({ status }) => status === from)
      .reduce((now, { id }) => {
        const moved = moveParcel(now, id, to, this.clock.now());
        return moved.ok ? moved.value : now;
      }, book);
  }
}

/** Everything that was paid goes back, and nothing is owed any more. */
function refundAll(book: OrderBook, reason: string | undefined) {
  const { refundableMinor: amountMinor, owedMinor } = balanceOf(book.money);
  const money = {
    ...book.money,
    creditedMinor: book.money.creditedMinor + owedMinor,
    refundedMinor: book.money.refundedMinor + amountMinor,
  };
  const refund = { kind: 'REFUND', amountMinor, shippingMinor: 0n, lines: [], reason } as const;
  return { book: { ...book, money }, refund };
}

function parcelOf(before: OrderBook, after: OrderBook) {
  const parcelId = after.parcels[before.parcels.length]?.id;
  return parcelId === undefined ? {} : { parcelId };
}
