import { randomBytes } from 'node:crypto';

import type { CatalogVariation } from '../../catalog';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { Cost } from '../../pricing';
import { placedState } from '../domain/order-state';
import type { OrderEvents } from '../order-events';
import type { OrderAddress, OrderEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';

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
  readonly numberPrefix: string;
  readonly currencyCode: string;
  readonly cost: Cost;
  readonly lines: readonly {
    readonly variation: Omit<CatalogVariation, 'priceMinor'>;
    readonly quantity: number;
    readonly unitPriceMinor: bigint;
  }[];
  readonly actor: Actor;
  readonly requestId: string | undefined;
}

/** Writes an order in the transaction that completes its checkout. The database allows one per checkout. */
export class PlaceOrder {
  constructor(
    private readonly orders: OrderRepository,
    private readonly events: OrderEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns the order's id. */
  async run(tx: Transaction, draft: OrderDraft): Promise<string> {
    const id = newId();
    const order: OrderEntity = {
      id,
      number: await this.orders.nextNumber(tx, draft.numberPrefix),
      version: 1,
      ...placedState,
      paymentStatus: draft.isPaid ? 'PAID' : placedState.paymentStatus,
      checkoutId: draft.checkoutId,
      customerId: draft.customerId ?? null,
      email: draft.email,
      shippingAddress: draft.shippingAddress,
      shippingMethodName: draft.shippingMethodName,
      paymentMethodName: draft.paymentMethodName,
      currencyCode: draft.currencyCode,
      ...draft.cost,
      trackingToken: randomBytes(24).toString('base64url'),
      carrier: null,
      trackingNumber: null,
      shippedAt: null,
      deliveredAt: null,
      placedAt: this.clock.now(),
    };
    await this.orders.insert(
      tx,
      order,
      draft.lines.map(({ variation, quantity, unitPriceMinor }, index) => ({
        id: newId(),
        orderId: id,
        position: index + 1,
        productId: variation.productId,
        variationId: variation.id,
        productTitle: variation.productTitle,
        variationTitle: variation.title,
        sku: variation.sku,
        image: variation.image ?? null,
        quantity,
        unitPriceMinor,
      })),
    );
    await this.events.append(tx, order, 'PLACED', draft);
    return id;
  }
}
