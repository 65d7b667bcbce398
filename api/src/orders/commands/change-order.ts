import { z } from 'zod';

import type { StockKeeper } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PaymentKeeper } from '../../payments';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import {
  expectedVersionInput,
  idempotencyKeyInput,
  idInput,
  optionalText,
} from '../../platform/graphql/input-schemas';
import { decide, type OrderAction, type OrderParty } from '../domain/order-state';
import type { EventOrigin, OrderEvents } from '../order-events';
import type { OrderEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';

const base = {
  orderId: idInput,
  expectedVersion: expectedVersionInput,
  idempotencyKey: idempotencyKeyInput,
};

export const transitionInput = z
  .object({
    ...base,
    transition: z.enum(['CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER']),
    note: optionalText(1_000),
    carrier: optionalText(100),
    trackingNumber: optionalText(100),
  })
  .refine((input) => input.transition === 'SHIP' || !(input.carrier ?? input.trackingNumber), {
    path: ['carrier'],
    message: 'Carrier and tracking number belong to SHIP.',
  });
export const markPaidInput = z.object(base);
export const refundInput = z.object({
  ...base,
  reason: z.string().trim().min(3, 'Say why in a few words.').max(500),
});
export const cancelInput = z.object({
  orderId: idInput.nullish(),
  trackingToken: optionalText(100),
  reason: optionalText(500),
  expectedVersion: expectedVersionInput,
  idempotencyKey: idempotencyKeyInput,
});

/** A wish to move an order on. */
export interface OrderWish {
  readonly orderId: string;
  readonly action: OrderAction;
  readonly party: OrderParty;
  readonly note?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly expectedVersion?: number;
  readonly idempotencyKey: string;
}

/** Moves orders through their life after placing. The rules are `decide`'s; here they take effect. */
export class ChangeOrder {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly orders: OrderRepository,
    private readonly events: OrderEvents,
    private readonly stock: StockKeeper,
    private readonly payments: PaymentKeeper,
    private readonly clock: Clock,
  ) {}

  /** Returns the order's id. A repeat with the same key returns it again and changes nothing. */
  run({ idempotencyKey, ...wish }: OrderWish, origin: EventOrigin): Promise<Result<string>> {
    const { actor } = origin;
    const claim = {
      operation: `order:${wish.action}`,
      owner: actor.id ?? `${actor.kind}:${wish.orderId}`,
      key: idempotencyKey,
      input: wish,
      outcome: wish.orderId,
    };
    return this.transactions.run((tx) => once(tx, claim, () => this.apply(tx, wish, origin)));
  }

  private async apply(
    tx: Transaction,
    wish: Omit<OrderWish, 'idempotencyKey'>,
    origin: EventOrigin,
  ): Promise<Result<string>> {
    const order = await this.orders.lock(tx, wish.orderId);
    if (!order) return refused({ code: 'NOT_FOUND', message: 'There is no such order.' });
    if (wish.expectedVersion !== undefined && wish.expectedVersion !== order.version) {
      return refused({
        code: 'VERSION_CONFLICT',
        message: 'The order was changed meanwhile.',
        path: ['expectedVersion'],
        currentVersion: order.version,
      });
    }
    const { status, paymentStatus, fulfilmentStatus } = order;
    const before = { status, paymentStatus, fulfilmentStatus };
    const decision = decide(before, wish.action, wish.party);
    if (!decision.ok) return decision;
    const { state, event } = decision.value;
    const { note, carrier, trackingNumber } = wish;
    const now = this.clock.now();
    await this.orders.update(tx, order, {
      ...state,
      ...(wish.action === 'SHIP'
        ? { carrier: carrier ?? null, trackingNumber: trackingNumber ?? null, shippedAt: now }
        : {}),
      ...(wish.action === 'DELIVER' ? { deliveredAt: now } : {}),
    });
    await this.moveStockAndMoney(tx, order, wish.action, origin);
    const details = { note, carrier, trackingNumber };
    await this.events.append(
      tx,
      { id: order.id, version: order.version + 1, ...state },
      event,
      origin,
      details,
    );
    return accepted(order.id);
  }

  private async moveStockAndMoney(
    tx: Transaction,
    order: OrderEntity,
    action: OrderAction,
    origin: EventOrigin,
  ): Promise<void> {
    if (action === 'CANCEL') await this.stock.restore(tx, order.id, origin.actor);
    if (action === 'MARK_PAID') await this.payments.capture(tx, order.id);
    const whole = { orderId: order.id, refundId: newId(), amountMinor: order.totalMinor };
    if (action === 'REFUND') await this.payments.refund(tx, whole);
    if (action === 'CANCEL') {
      await (order.paymentStatus === 'PAID'
        ? this.payments.refund(tx, whole)
        : this.payments.void(tx, order.id));
    }
  }
}
