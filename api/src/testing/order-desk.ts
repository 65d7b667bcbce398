import type { GraphqlClient } from './graphql-client';
import { type SeenError, Shopper, USER_ERRORS } from './shopper';
import type { TestApp } from './test-app';

/** An order as the desk sees it. */
export interface DeskOrder {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly paymentStatus: string;
  readonly fulfilmentStatus: string;
  readonly trackingToken: string;
  readonly cost: Record<'total' | 'shipping', { readonly amount: string }>;
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly quantity: number;
    readonly cancelledQuantity: number;
    readonly packedQuantity: number;
    readonly refundedQuantity: number;
    readonly returnedQuantity: number;
    readonly returnableQuantity: number;
  }[];
  readonly parcels: readonly { readonly id: string; readonly status: string }[];
  readonly balance: Record<
    'cancelled' | 'credited' | 'owed' | 'captured' | 'refunded' | 'due' | 'overpaid' | 'refundable',
    { readonly amount: string }
  >;
  readonly refunds: readonly {
    readonly kind: string;
    readonly state: string;
    readonly amount: { readonly amount: string };
  }[];
  readonly returns: readonly { readonly id: string; readonly status: string }[];
}

export interface DeskAnswer {
  readonly order: DeskOrder | null;
  readonly orderReturn?: { readonly id: string; readonly status: string } | null;
  readonly userErrors: readonly SeenError[];
}

const AMOUNT = '{ amount }';
const ORDER = `order { id version status paymentStatus fulfilmentStatus trackingToken
  cost { total ${AMOUNT} shipping ${AMOUNT} }
  lines { id sku quantity cancelledQuantity packedQuantity refundedQuantity returnedQuantity returnableQuantity }
  parcels { id number status carrier trackingUrl lines { lineId quantity } }
  balance { cancelled ${AMOUNT} credited ${AMOUNT} owed ${AMOUNT} captured ${AMOUNT} refunded ${AMOUNT}
    due ${AMOUNT} overpaid ${AMOUNT} refundable ${AMOUNT} }
  refunds { kind state amount ${AMOUNT} } returns { id status isExchange nextStatuses } }`;

const ofReturns = /^(return|orderExchange)/;

/** Staff and shoppers doing things with placed orders, through the contract. */
export class OrderDesk {
  private keys = 0;

  constructor(
    private readonly test: TestApp,
    private readonly staff: GraphqlClient,
  ) {}

  /** Calls a mutation about an order. */
  async act(
    field: string,
    input: Record<string, unknown>,
    client: GraphqlClient = this.staff,
  ): Promise<DeskAnswer> {
    this.keys += 1;
    const made = ofReturns.test(field) ? 'orderReturn { id status }' : '';
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const data = await client.data<Record<string, DeskAnswer>>(
      `mutation ($input: ${type}) { ${field}(input: $input) { ${ORDER} ${made} ${USER_ERRORS} } }`,
      { input: { idempotencyKey: `desk-${this.keys}`, ...input } },
    );
    const payload = data[field];
    if (!payload) throw new Error(`${field} answered without a payload.`);
    return payload;
  }

  /** The same, where nothing may stand in the way. */
  async done(
    field: string,
    input: Record<string, unknown>,
    client?: GraphqlClient,
  ): Promise<DeskOrder> {
    const { order, userErrors } = await this.act(field, input, client);
    if (!order) throw new Error(`${field}: ${JSON.stringify(userErrors)}`);
    return order;
  }

  /** The order as it is now. */
  async order(trackingToken: string, client = this.test.publicClient()): Promise<DeskOrder> {
    const { order } = await client.data<{ order: DeskOrder }>(
      `query ($token: String!) { ${ORDER.replace('order {', 'order(trackingToken: $token) {')} }`,
      { token: trackingToken },
    );
    return order;
  }

  /** Has somebody buy these. */
  async bought(
    units: Readonly<Record<string, number>>,
    shopper = new Shopper(this.test),
  ): Promise<DeskOrder> {
    for (const [variationId, quantity] of Object.entries(units)) {
      await shopper.add(variationId, quantity);
    }
    const checkout = await shopper.fillCheckout();
    const { order, userErrors } = await shopper.pay(checkout.id);
    if (!order) throw new Error(JSON.stringify(userErrors));
    return this.order(order.trackingToken);
  }

  /** The same, paid and in the hands of the packers. */
  async processing(units: Readonly<Record<string, number>>, isPaid = true): Promise<DeskOrder> {
    const { id: orderId } = await this.bought(units);
    if (isPaid) await this.done('orderMarkPaid', { orderId });
    await this.done('orderTransition', { orderId, transition: 'CONFIRM' });
    return this.done('orderTransition', { orderId, transition: 'START_PROCESSING' });
  }

  /** The same, arrived. */
  async delivered(units: Readonly<Record<string, number>>, isPaid = true): Promise<DeskOrder> {
    const { id: orderId } = await this.processing(units, isPaid);
    await this.done('orderTransition', { orderId, transition: 'SHIP' });
    return this.done('orderTransition', { orderId, transition: 'DELIVER' });
  }

  /** Units of a variation in the building. */
  async onHand(variationId: string): Promise<number> {
    const rows = await this.test.sql<{ on_hand: number }>(
      'SELECT on_hand FROM stock_level WHERE variation_id = $1',
      [variationId],
    );
    return rows[0]?.on_hand ?? 0;
  }

  /** How many orders, refunds and stock levels of the shop do not add up. */
  async whatDoesNotAddUp(): Promise<Readonly<Record<string, string>> | undefined> {
    const [found] = await this.test.sql<Record<string, string>>(`SELECT
      (SELECT count(*) FROM orders WHERE total_minor <> subtotal_minor - discounts_minor + shipping_minor
         OR cancelled_minor + credited_minor > total_minor) AS orders,
      (SELECT count(*) FROM (SELECT order_id, sum(captured_minor) AS captured, sum(refunded_minor) AS refunded
         FROM payment GROUP BY 1) p JOIN (SELECT order_id, sum(amount_minor) AS given FROM order_refund
         WHERE state <> 'FAILED' GROUP BY 1) r USING (order_id)
       WHERE p.refunded <> r.given OR p.refunded > p.captured) AS refunds,
      (SELECT count(*) FROM stock_level l WHERE on_hand <> (SELECT coalesce(sum(units), 0)
         FROM stock_movement m WHERE m.variation_id = l.variation_id)) AS levels`);
    return found;
  }
}

/** The answer where everything adds up. */
export const addsUp = { orders: '0', refunds: '0', levels: '0' };

/** The line of an order with this SKU. */
export function lineOf(order: Pick<DeskOrder, 'lines'>, sku: string): string {
  return order.lines.find((line) => line.sku === sku)?.id ?? '';
}
