import { randomBytes } from 'node:crypto';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor, LoggedEvent } from '../../platform/events/event-log';
import { type AppliedPromotion, type Cost, freezeTaxLines } from '../../pricing';
import { placedState } from '../domain/order-state';
import type { PaymentStatus } from '../domain/order-status';
import type { OrderEvents } from '../order-events';
import type { OrderEntity, OrderLineEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';
import { orderPromotions } from '../persistence/order-promotions';
import type { OrderAddress } from '../persistence/order-snapshots';
import { newOrderLine, type SoldLine } from './sold-line';

/** A paid checkout, ready to become an order. */
export interface OrderDraft {
  readonly checkoutId: string;
  readonly customerId: string | undefined;
  readonly email: string;
  readonly shippingAddress: OrderAddress;
  readonly shippingMethodName: string;
  readonly paymentMethodName: string;
  /** Whether the money has arrived already, not only been promised. */
  readonly isPaid: boolean;
  /** Whether it is at least held for the shop, by a provider that takes it later. */
  readonly isAuthorized?: boolean;
  readonly numberPrefix: string;
  readonly currencyCode: string;
  readonly cost: Cost;
  /** What promotions it uses, if any. */
  readonly promotions?: readonly AppliedPromotion[];
  /** What gift cards paid of it, if any did. */
  readonly giftCards?: readonly {
    readonly id: string;
    readonly last4: string;
    readonly amountMinor: bigint;
  }[];
  readonly lines: readonly SoldLine[];
  readonly actor: Actor;
  readonly requestId: string | undefined;
}

/** An order that was just placed, with all that is known of it. */
export interface PlacedOrder {
  readonly order: OrderEntity;
  readonly lines: readonly OrderLineEntity[];
  readonly event: LoggedEvent;
}

/** Writes an order in the transaction that completes its checkout. The database allows one per checkout. */
export class PlaceOrder {
  constructor(
    private readonly orders: OrderRepository,
    private readonly events: OrderEvents,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, draft: OrderDraft): Promise<PlacedOrder> {
    const order = this.orderOf(draft);
    const lines = draft.lines.map((line, index) =>
      newOrderLine(order.id, index + 1, line, draft.promotions),
    );
    const event = this.events.preparePlaced(tx, order, draft);
    const prefix = draft.numberPrefix;
    const number = await this.orders.insert(tx, { ...order, prefix }, lines, event);
    return { order: { ...order, number }, lines, event: event.logged };
  }

  private orderOf(draft: OrderDraft): Omit<OrderEntity, 'number'> {
    return {
      id: newId(),
      version: 1,
      ...placedState,
      paymentStatus: paymentStatusOf(draft),
      checkoutId: draft.checkoutId,
      customerId: draft.customerId ?? null,
      email: draft.email,
      shippingAddress: draft.shippingAddress,
      shippingMethodName: draft.shippingMethodName,
      paymentMethodName: draft.paymentMethodName,
      currencyCode: draft.currencyCode,
      ...draft.cost,
      taxLines: freezeTaxLines(draft.cost.taxLines),
      giftCards: (draft.giftCards ?? []).map((card) => ({
        ...card,
        amountMinor: card.amountMinor.toString(),
      })),
      promotions: orderPromotions(draft.promotions),
      cancelledMinor: 0n,
      creditedMinor: 0n,
      refundedShippingMinor: 0n,
      trackingToken: randomBytes(24).toString('base64url'),
      carrier: null,
      trackingNumber: null,
      shippedAt: null,
      deliveredAt: null,
      placedAt: this.clock.now(),
    };
  }
}

function paymentStatusOf({ isPaid, isAuthorized }: OrderDraft): PaymentStatus {
  if (isPaid) return 'PAID';
  return isAuthorized ? 'AUTHORIZED' : placedState.paymentStatus;
}
