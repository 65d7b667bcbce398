import { randomBytes } from 'node:crypto';

import type { CatalogVariation } from '../../catalog';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor, LoggedEvent } from '../../platform/events/event-log';
import { type AppliedPromotion, type Cost, freezeTaxLines, type LineDiscount } from '../../pricing';
import { placedState } from '../domain/order-state';
import type { PaymentStatus } from '../domain/order-status';
import type { OrderEvents } from '../order-events';
import type { OrderEntity, OrderLineEntity } from '../persistence/order.entity';
import type { OrderRepository } from '../persistence/order.repository';
import { orderLineDiscounts, orderPromotions } from '../persistence/order-promotions';
import type { OrderAddress, StoredOrderPart } from '../persistence/order-snapshots';

type SoldVariation = Omit<CatalogVariation, 'priceMinor' | 'basePriceMinor' | 'weightGrams'>;

/** A part of a bundle that is sold. */
interface SoldPart {
  readonly choiceName: string;
  readonly variation: SoldVariation;
  readonly quantity: number;
  readonly totalMinor: bigint;
}

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
  readonly lines: readonly {
    readonly variation: SoldVariation;
    readonly quantity: number;
    readonly unitPriceMinor: bigint;
    readonly cost: Cost;
    /** What each promotion takes off it. */
    readonly discounts?: readonly LineDiscount[];
    /** What one unit consists of, where it is a bundle. */
    readonly parts?: readonly SoldPart[] | undefined;
  }[];
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
    const lines = linesOf(order.id, draft);
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

function linesOf(orderId: string, { lines, promotions }: OrderDraft): OrderLineEntity[] {
  return lines.map(
    ({ variation, quantity, unitPriceMinor, cost, parts = [], discounts }, index) => ({
      id: newId(),
      orderId,
      position: index + 1,
      productId: variation.productId,
      variationId: variation.id,
      productTitle: variation.productTitle,
      variationTitle: variation.title,
      sku: variation.sku,
      isGiftCard: variation.isGiftCard ?? false,
      image: variation.image ?? null,
      parts: parts.map(storedPart),
      promotions: orderLineDiscounts(discounts, promotions),
      quantity,
      cancelledQuantity: 0,
      packedQuantity: 0,
      refundedQuantity: 0,
      returnedQuantity: 0,
      unitPriceMinor,
      discountsMinor: cost.discountsMinor,
      taxMinor: cost.taxMinor,
      totalMinor: cost.totalMinor,
      taxLines: freezeTaxLines(cost.taxLines),
    }),
  );
}

function storedPart({ choiceName, variation, quantity, totalMinor }: SoldPart): StoredOrderPart {
  return {
    choiceName,
    productId: variation.productId,
    variationId: variation.id,
    productTitle: variation.productTitle,
    variationTitle: variation.title,
    sku: variation.sku,
    image: variation.image ?? null,
    quantity,
    totalMinor: totalMinor.toString(),
  };
}
