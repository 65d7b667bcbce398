import { randomUUID } from 'node:crypto';

import type { Client } from '../load/generate-load.ts';
import { granted, GraphqlConnection } from '../load/graphql-connection.ts';
import type { Stage } from '../stage.ts';
import { operations } from './operations.ts';
import { repeated, type Scenario } from './scenario.ts';

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}
interface Cost {
  readonly total: { readonly amount: string; readonly currencyCode: string };
}
interface Cart {
  readonly totalQuantity: number;
}
interface Checkout {
  readonly id: string;
  readonly cost: Cost;
}

/** An order that was just placed. */
export interface Order {
  readonly id: string;
  readonly trackingToken: string;
  readonly events: readonly { readonly cursor: string }[];
}

const linesPerCart = 4;
const address = {
  name: 'Sam Shopper',
  line1: '1 High Street',
  city: 'London',
  postcode: 'N1 1AA',
  countryCode: 'GB',
};

/** Deals out variations, so that shoppers do not all want the same one. */
export class Shelf {
  private readonly ids: readonly string[];
  private next = 0;

  constructor(ids: readonly string[]) {
    this.ids = ids;
  }

  take(): string {
    // A step that has no factor in common with the number of variations reaches all of them.
    this.next = (this.next + 1_009) % this.ids.length;
    const id = this.ids[this.next];
    if (id === undefined) throw new RangeError('The shop is empty.');
    return id;
  }
}

/** Filling a cart, and buying. */
export function buyingScenarios(stage: Stage, connections: number): Scenario[] {
  return [
    repeated(
      { id: 'cart', title: 'add to cart + read cart', group: 'buying' },
      stage.cached,
      connections,
      async ({ port }) => cartClient(port, await stage.shelf()),
    ),
    repeated(
      { id: 'checkout', title: 'complete checkout', group: 'buying' },
      stage.cached,
      connections,
      async ({ port }) => {
        const shelf = await stage.shelf();
        const connection = await GraphqlConnection.open(port);
        return {
          operate: async () => {
            await buy(connection, shelf);
          },
          close: () => connection.close(),
        };
      },
    ),
  ];
}

/** A guest's browser that adds to its cart and reads it; after four lines comes the next guest. */
async function cartClient(port: number, shelf: Shelf): Promise<Client> {
  const connection = await GraphqlConnection.open(port);
  let cookie: string | undefined;
  let lines = 0;
  return {
    operate: async () => {
      const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
      const added = await connection.send<{ cartLinesAdd: Payload }>(
        operations.cartLinesAdd,
        { input: { lines: [{ variationId: shelf.take(), quantity: 1 }] } },
        headers,
      );
      granted(added.data.cartLinesAdd);
      cookie ??= cookieOf(added.head);
      lines += 1;
      const read = await connection.send<{ cart: Cart | null }>(operations.cart, {}, { cookie });
      if (read.data.cart?.totalQuantity !== lines) {
        throw new Error(
          `The cart has ${read.data.cart?.totalQuantity ?? 'no'} units, not ${lines}.`,
        );
      }
      if (lines === linesPerCart) {
        cookie = undefined;
        lines = 0;
      }
    },
    close: () => connection.close(),
  };
}

function cookieOf(head: string): string {
  const cookie = /\r\nset-cookie: *([^;\r]+)/i.exec(head)?.[1];
  if (cookie === undefined) throw new Error('The first line of a cart set no cookie.');
  return cookie;
}

/** Buys one variation: cart, checkout, address and delivery, payment. */
export async function buy(connection: GraphqlConnection, shelf: Shelf): Promise<Order> {
  const made = await connection.send<{ cartCreate: Payload & { cartToken: string | null } }>(
    operations.cartCreate,
    { input: { lines: [{ variationId: shelf.take(), quantity: 1 }] } },
  );
  const { cartToken } = granted(made.data.cartCreate);
  const headers = { 'cart-token': present(cartToken, 'cart token') };
  const started = await connection.send<{
    checkoutStart: Payload & { checkout: Checkout | null };
  }>(operations.checkoutStart, {}, headers);
  const { id: checkoutId } = present(granted(started.data.checkoutStart).checkout, 'checkout');
  const filled = await connection.send<{
    checkoutUpdate: Payload & { checkout: Checkout | null };
  }>(
    operations.checkoutUpdate,
    {
      input: {
        checkoutId,
        email: 'shopper@example.com',
        shippingAddress: address,
        shippingMethodCode: 'standard',
      },
    },
    headers,
  );
  const { total } = present(granted(filled.data.checkoutUpdate).checkout, 'checkout').cost;
  const paid = await connection.send<{ checkoutPay: Payload & { order: Order | null } }>(
    operations.checkoutPay,
    {
      input: {
        checkoutId,
        paymentMethodCode: 'manual',
        expectedTotal: { amount: total.amount, currencyCode: total.currencyCode },
        idempotencyKey: randomUUID(),
      },
    },
    headers,
  );
  return present(granted(paid.data.checkoutPay).order, 'order');
}

function present<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`The answer has no ${what}.`);
  return value;
}
