import type { GraphqlClient } from './graphql-client';
import type { TestApp } from './test-app';

/** A user error as a client sees it. */
export interface SeenError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: string[] | null;
  readonly available?: number;
  readonly lineId?: string | null;
  readonly currentVersion?: number;
  readonly expected?: { amount: string };
  readonly actual?: { amount: string };
}

export const USER_ERRORS = `userErrors { __typename code message path
  ... on InsufficientStock { available lineId variationId }
  ... on VersionConflict { currentVersion }
  ... on TotalChanged { expected { amount } actual { amount } } }`;

const CHECKOUT = `checkout { id version status reservedUntil email
  lines { quantity unitPrice { amount } }
  cost { subtotal { amount } shipping { amount } total { amount currencyCode } }
  order { id number } }`;

export interface SeenCheckout {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly reservedUntil: string | null;
  readonly lines: { quantity: number; unitPrice: { amount: string } }[];
  readonly cost: { subtotal: { amount: string }; total: { amount: string; currencyCode: string } };
  readonly order: { id: string; number: string } | null;
}

interface Outcome {
  readonly userErrors: readonly SeenError[];
}

export interface SeenOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly trackingToken: string;
}

/** A guest who shops through the public contract as any client would. */
export class Shopper {
  readonly client: GraphqlClient;
  private keys = 0;

  constructor(test: TestApp) {
    this.client = test.publicClient();
  }

  /** Puts units of a variation into the cart. */
  async add(
    variationId: string,
    quantity = 1,
  ): Promise<Outcome & { cart: { version: number } | null }> {
    return this.mutate('cartLinesAdd', 'CartLinesAddInput', 'cart { id version }', {
      lines: [{ variationId, quantity }],
    });
  }

  /** Starts a checkout of the cart and fills it in. */
  async fillCheckout(): Promise<SeenCheckout> {
    const started = await this.checkoutCall('checkoutStart', 'CheckoutStartInput', {});
    if (!started.checkout) throw new Error(JSON.stringify(started.userErrors));
    const filled = await this.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', {
      checkoutId: started.checkout.id,
      email: 'shopper@example.com',
      shippingAddress: {
        name: 'Sam Shopper',
        line1: '1 High Street',
        city: 'London',
        postcode: 'N1 1AA',
        countryCode: 'GB',
      },
      shippingMethodCode: 'standard',
    });
    if (!filled.checkout) throw new Error(JSON.stringify(filled.userErrors));
    return filled.checkout;
  }

  /** Calls one of the mutations that answer with a checkout. */
  checkoutCall(
    field: string,
    inputType: string,
    input: Record<string, unknown>,
  ): Promise<Outcome & { checkout: SeenCheckout | null; order?: SeenOrder | null }> {
    const order = field === 'checkoutPay' ? 'order { id number status trackingToken }' : '';
    return this.mutate(field, inputType, `${CHECKOUT} ${order}`, input);
  }

  /** Pays a checkout, with a key of its own unless one is given. */
  pay(checkoutId: string, input: Record<string, unknown> = {}) {
    this.keys += 1;
    return this.checkoutCall('checkoutPay', 'CheckoutPayInput', {
      checkoutId,
      paymentMethodCode: 'manual',
      idempotencyKey: `key-${this.keys}`,
      ...input,
    });
  }

  /** Buys one variation from cart to order. */
  async buy(variationId: string, quantity = 1): Promise<SeenOrder> {
    await this.add(variationId, quantity);
    const checkout = await this.fillCheckout();
    const { order, userErrors } = await this.pay(checkout.id);
    if (!order) throw new Error(JSON.stringify(userErrors));
    return order;
  }

  /** Calls any mutation and gives its payload. */
  async mutate<T extends Outcome>(
    field: string,
    inputType: string,
    selection: string,
    input: Record<string, unknown>,
  ): Promise<T> {
    const data = await this.client.data<Record<string, T>>(
      `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${selection} ${USER_ERRORS} } }`,
      { input },
    );
    const payload = data[field];
    if (!payload) throw new Error(`${field} answered without a payload.`);
    return payload;
  }
}

/** A client signed in as staff with all permissions. */
export async function signInStaff(test: TestApp): Promise<GraphqlClient> {
  const email = 'owner@example.com';
  const password = 'a long enough password';
  await test.app.modules.identity.accounts.ensureStaffMember({
    email,
    password,
    name: 'Olive Owner',
    role: 'owner',
  });
  const client = test.adminClient();
  const { staffSessionCreate } = await client.data<{
    staffSessionCreate: { session: { accessToken: string } };
  }>(
    `mutation ($input: SessionCreateInput!) {
       staffSessionCreate(input: $input) { session { accessToken } userErrors { code } } }`,
    { input: { email, password } },
  );
  client.accessToken = staffSessionCreate.session.accessToken;
  return client;
}
