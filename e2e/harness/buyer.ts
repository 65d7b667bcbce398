import { randomUUID } from 'node:crypto';

import type { GraphqlClient } from './graphql-client.ts';

/** A refusal as a client sees it. */
export interface UserError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly available?: number;
  readonly variationId?: string;
}

/** An order as its buyer sees it. */
export interface BoughtOrder {
  readonly id: string;
  readonly number: string;
  readonly trackingToken: string;
}

/** A variation that can be bought. */
export interface Offer {
  readonly productId: string;
  readonly variationId: string;
  readonly sku: string;
  readonly title: string;
}

/** A variation and how many of it. */
export interface WantedLine {
  readonly variationId: string;
  readonly quantity: number;
}

/** Either an order, or why there is none. */
export interface Purchase {
  readonly order: BoughtOrder | undefined;
  readonly userErrors: readonly UserError[];
}

const errorFields = `userErrors {
  __typename code message
  ... on InsufficientStock { available variationId }
}`;

const london = {
  name: 'Mary Somerville',
  line1: '12 Wharf Lane',
  city: 'London',
  postcode: 'E8 4QJ',
  countryCode: 'GB',
};

/** Some variations of the demo shop. */
export async function offers(client: GraphqlClient, first = 20): Promise<Offer[]> {
  const { products } = await client.request<{
    products: { nodes: { id: string; title: string; variations: { id: string; sku: string }[] }[] };
  }>(
    `query($first: Int) {
      products(first: $first, where: { inStock: true }) { nodes { id title variations { id sku } } }
    }`,
    { first },
  );
  return products.nodes.flatMap(({ id: productId, title, variations }) =>
    variations.slice(0, 1).map(({ id, sku }) => ({ productId, variationId: id, sku, title })),
  );
}

/** One shopper without an account who buys over HTTP, holding the cart by its token. */
export class Buyer {
  private readonly client: GraphqlClient;
  private checkoutId = '';

  private constructor(client: GraphqlClient) {
    this.client = client;
  }

  /** Fills a cart and a checkout up to the point where only reserving and paying are left. */
  static async atTheTill(
    endpoint: GraphqlClient,
    wanted: string | readonly WantedLine[],
    { quantity = 1, email = 'mary@shopper.example' } = {},
  ): Promise<Buyer> {
    const lines = typeof wanted === 'string' ? [{ variationId: wanted, quantity }] : wanted;
    const { cartCreate } = await endpoint.request<{
      cartCreate: { cartToken: string | null; userErrors: UserError[] };
    }>(
      `mutation($input: CartCreateInput!) { cartCreate(input: $input) { cartToken ${errorFields} } }`,
      { input: { lines } },
    );
    if (!cartCreate.cartToken) throw new Error(JSON.stringify(cartCreate.userErrors));
    const buyer = new Buyer(endpoint.with({ 'cart-token': cartCreate.cartToken }));
    await buyer.startCheckout(email);
    return buyer;
  }

  /** Buys something in one go. */
  static async buys(endpoint: GraphqlClient, variationId: string): Promise<BoughtOrder> {
    const buyer = await Buyer.atTheTill(endpoint, variationId);
    const { order, userErrors } = await buyer.pay();
    if (!order) throw new Error(JSON.stringify(userErrors));
    return order;
  }

  /** Reserves the stock and pays. */
  async pay(): Promise<Purchase> {
    const refusals = await this.tryToReserve();
    if (refusals.length > 0) return { order: undefined, userErrors: refusals };
    return this.tryToCharge();
  }

  /** Pays without having reserved anything before. */
  payAtOnce(): Promise<Purchase> {
    return this.tryToCharge();
  }

  /** Reserves the stock, which must be there. */
  async reserve(): Promise<void> {
    refuseErrors(await this.tryToReserve());
  }

  /** Pays for what is reserved. */
  async charge(): Promise<BoughtOrder> {
    const { order, userErrors } = await this.tryToCharge();
    refuseErrors(userErrors);
    if (!order) throw new Error('The payment made no order.');
    return order;
  }

  /** Takes an order back. */
  async cancel({ trackingToken }: BoughtOrder): Promise<void> {
    const { orderCancel } = await this.client.request<{ orderCancel: { userErrors: UserError[] } }>(
      `mutation($input: OrderCancelInput!) { orderCancel(input: $input) { ${errorFields} } }`,
      { input: { trackingToken, idempotencyKey: randomUUID() } },
    );
    refuseErrors(orderCancel.userErrors);
  }

  private async tryToReserve(): Promise<readonly UserError[]> {
    const { checkoutLock } = await this.client.request<{
      checkoutLock: { userErrors: UserError[] };
    }>(`mutation($input: CheckoutLockInput!) { checkoutLock(input: $input) { ${errorFields} } }`, {
      input: { checkoutId: this.checkoutId },
    });
    return checkoutLock.userErrors;
  }

  private async tryToCharge(): Promise<Purchase> {
    const { checkoutPay } = await this.client.request<{
      checkoutPay: { order: BoughtOrder | null; userErrors: UserError[] };
    }>(
      `mutation($input: CheckoutPayInput!) {
        checkoutPay(input: $input) { order { id number trackingToken } ${errorFields} }
      }`,
      {
        input: {
          checkoutId: this.checkoutId,
          paymentMethodCode: 'manual',
          idempotencyKey: randomUUID(),
        },
      },
    );
    return { order: checkoutPay.order ?? undefined, userErrors: checkoutPay.userErrors };
  }

  private async startCheckout(email: string): Promise<void> {
    const { checkoutStart } = await this.client.request<{
      checkoutStart: { checkout: { id: string } | null; userErrors: UserError[] };
    }>(
      `mutation($input: CheckoutStartInput!) {
        checkoutStart(input: $input) { checkout { id } ${errorFields} }
      }`,
      { input: {} },
    );
    if (!checkoutStart.checkout) throw new Error(JSON.stringify(checkoutStart.userErrors));
    this.checkoutId = checkoutStart.checkout.id;
    const { shop } = await this.client.request<{ shop: { shippingMethods: { code: string }[] } }>(
      '{ shop { shippingMethods { code } } }',
    );
    const { checkoutUpdate } = await this.client.request<{
      checkoutUpdate: { userErrors: UserError[] };
    }>(
      `mutation($input: CheckoutUpdateInput!) { checkoutUpdate(input: $input) { ${errorFields} } }`,
      {
        input: {
          checkoutId: this.checkoutId,
          email,
          shippingAddress: london,
          shippingMethodCode: shop.shippingMethods[0]?.code,
        },
      },
    );
    refuseErrors(checkoutUpdate.userErrors);
  }
}

function refuseErrors(userErrors: readonly UserError[]): void {
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}
