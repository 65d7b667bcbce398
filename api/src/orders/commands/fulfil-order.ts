import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import { optionalText } from '../../platform/graphql/input-schemas';
import type { OrderBook, ParcelStatus } from '../domain/order-book';
import type { OrderEventName, OrderState } from '../domain/order-status';
import { moveParcel, pack } from '../domain/parcels';
import type { EventOrigin } from '../order-events';
import { lineUnitsInput, type OrderCall, orderCallInput } from './order-call';
import type { OrderOutcome, OrderWork } from './order-work';

const labelInput = {
  carrier: optionalText(100),
  trackingNumber: optionalText(100),
  trackingUrl: z
    .url({ protocol: /^https?$/, message: 'This is no web address.' })
    .max(1_000)
    .nullish()
    .transform((url) => url ?? undefined),
};

export const fulfilInput = z.object({
  ...orderCallInput,
  ...labelInput,
  lines: lineUnitsInput.nullish(),
  isSent: z
    .boolean()
    .nullish()
    .transform((isSent) => isSent ?? true),
  note: optionalText(1_000),
});
const { orderId: parcelId, ...parcelCall } = orderCallInput;
export const parcelUpdateInput = z.object({ ...parcelCall, parcelId, ...labelInput });
export const parcelMoveInput = z.object({ ...parcelCall, parcelId, note: optionalText(1_000) });

type FulfilWish = z.output<typeof fulfilInput>;

/** What is done with one parcel. */
export interface ParcelWish extends OrderCall {
  readonly parcelId: string;
}

/** What is to happen to a parcel. */
export interface ParcelMove extends ParcelWish {
  readonly to: Exclude<ParcelStatus, 'PREPARED'>;
  readonly note?: string;
}

/** Sends orders in parcels, and follows these. */
export class FulfilOrder {
  constructor(
    private readonly work: OrderWork,
    private readonly clock: Clock,
  ) {}

  /** Puts units, or all that are left, into a new parcel. */
  run(wish: FulfilWish, origin: EventOrigin): Promise<Result<string>> {
    const { carrier, trackingNumber, trackingUrl, note } = wish;
    return this.work.run('FULFIL', wish, origin, (_, { book }) => {
      const label = { carrier, trackingNumber, trackingUrl };
      const parcel = { ...label, id: newId(), createdAt: this.clock.now() };
      const packed = pack(book, wish.lines ?? undefined, parcel, wish.isSent);
      if (!packed.ok) return Promise.resolve(packed);
      const details = { ...label, note, parcelId: parcel.id };
      return done({
        book: packed.value,
        event: wish.isSent ? whenSent : () => 'PARCEL_PREPARED',
        details: { ...details, lines: packed.value.parcels.at(-1)?.lines },
      });
    });
  }

  /** Corrects what is known of a parcel. */
  update(
    wish: ParcelWish & z.output<typeof parcelUpdateInput>,
    origin: EventOrigin,
  ): Promise<Result<string>> {
    const { parcelId: id, carrier, trackingNumber, trackingUrl } = wish;
    return this.work.run('PARCEL_UPDATE', wish, origin, (_, { book }) => {
      const parcel = book.parcels.find((each) => each.id === id);
      if (!parcel || parcel.status === 'CANCELLED') return missing();
      const label = { carrier, trackingNumber, trackingUrl };
      const parcels = book.parcels.map((each) => (each === parcel ? { ...each, ...label } : each));
      const event = () => 'PARCEL_UPDATED' as const;
      return done({ book: { ...book, parcels }, event, details: { ...label, parcelId: id } });
    });
  }

  /** Sends, delivers or unpacks a parcel. */
  move({ to, note, ...wish }: ParcelMove, origin: EventOrigin): Promise<Result<string>> {
    const call = { ...wish, note };
    return this.work.run(`PARCEL_${to}`, call, origin, (_, { book }) => {
      const moved = moveParcel(book, wish.parcelId, to, this.clock.now());
      if (!moved.ok) return Promise.resolve(moved);
      const events = {
        SENT: whenSent,
        DELIVERED: whenDelivered,
        CANCELLED: () => 'PARCEL_CANCELLED' as const,
      };
      const details = { ...labelOf(moved.value, wish.parcelId), note, parcelId: wish.parcelId };
      return done({ book: moved.value, event: events[to], details });
    });
  }
}

/** The last parcel of an order is the order's own step. */
function whenSent({ status }: OrderState): OrderEventName {
  return status === 'SHIPPED' || status === 'DELIVERED' ? 'SHIPPED' : 'PARCEL_SENT';
}

function whenDelivered({ status }: OrderState): OrderEventName {
  return status === 'DELIVERED' ? 'DELIVERED' : 'PARCEL_DELIVERED';
}

function labelOf({ parcels }: OrderBook, id: string) {
  const parcel = parcels.find((each) => each.id === id);
  const { carrier, trackingNumber, trackingUrl } = parcel ?? {};
  return { carrier, trackingNumber, trackingUrl };
}

function done(outcome: OrderOutcome): Promise<Result<OrderOutcome>> {
  return Promise.resolve(accepted(outcome));
}

function missing(): Promise<Result<OrderOutcome>> {
  return Promise.resolve(refused({ code: 'NOT_FOUND', message: 'There is no such parcel.' }));
}
