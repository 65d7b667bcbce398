import { randomUUID } from 'node:crypto';

import { GraphqlClient } from '../harness/graphql-client.ts';
import type { StripeDouble } from '../harness/stripe-double.ts';

interface Paid {
  readonly order: { readonly id: string } | null;
  readonly clientAction: { readonly clientSecret: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const answer = 'order { id } clientAction { clientSecret } userErrors { code message }';
const london = {
  name: 'Mary Somerville',
  line1: '12 Wharf Lane',
  city: 'London',
  postcode: 'E8 4QJ',
  countryCode: 'GB',
};

/** A buyer whose shop may die at any moment, and who asks again with the same key. */
export class Purchaser {
  checkoutId = '';
  private readonly method: 'manual' | 'stripe';
  private readonly cartToken: string;
  private readonly key = randomUUID();

  private constructor(method: 'manual' | 'stripe', cartToken: string) {
    this.method = method;
    this.cartToken = cartToken;
  }

  /** Fills a cart and a checkout up to the point where only paying is left. */
  static async atTheTill(
    url: string,
    variationId: string,
    method: 'manual' | 'stripe',
  ): Promise<Purchaser> {
    const { cartCreate } = await new GraphqlClient(`${url}/graphql`).request<{
      cartCreate: { cartToken: string };
    }>('mutation($input: CartCreateInput!) { cartCreate(input: $input) { cartToken } }', {
      input: { lines: [{ variationId, quantity: 1 }] },
    });
    const purchaser = new Purchaser(method, cartCreate.cartToken);
    const client = purchaser.at(url);
    const { checkoutStart } = await client.request<{
      checkoutStart: { checkout: { id: string } };
    }>('mutation { checkoutStart(input: {}) { checkout { id } } }');
    purchaser.checkoutId = checkoutStart.checkout.id;
    const { shop } = await client.request<{ shop: { shippingMethods: { code: string }[] } }>(
      '{ shop { shippingMethods { code } } }',
    );
    const { checkoutUpdate } = await client.request<{ checkoutUpdate: Paid }>(
      'mutation($input: CheckoutUpdateInput!) { checkoutUpdate(input: $input) { userErrors { code message } } }',
      {
        input: {
          checkoutId: purchaser.checkoutId,
          email: 'mary@shopper.example',
          shippingAddress: london,
          shippingMethodCode: shop.shippingMethods[0]?.code,
        },
      },
    );
    if (checkoutUpdate.userErrors.length > 0) {
      throw new Error(JSON.stringify(checkoutUpdate.userErrors));
    }
    return purchaser;
  }

  /** Pays until the process dies; comes back from the provider unless the provider itself is to tell first. */
  async goesAsFarAsItGets(
    url: string,
    stripe: StripeDouble,
    who: 'buyer first' | 'provider first',
  ): Promise<void> {
    try {
      const { clientAction } = await this.pays(url);
      if (!clientAction) return;
      this.entersCard(stripe);
      if (who === 'buyer first') await this.comesBack(url);
      const told = stripe.events.findLast(({ type }) => type === 'payment_intent.succeeded');
      if (told) await stripe.send(url, told);
    } catch (error) {
      // The connection broke: fetch says so with a TypeError.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  /** Goes on with the same key at a process that lives, as the buyer's browser does. */
  async triesAgainAt(url: string, stripe: StripeDouble): Promise<string> {
    let paid = await this.pays(url);
    if (paid.clientAction) {
      this.entersCard(stripe);
      paid = await this.comesBack(url);
    }
    const { order, userErrors } = paid;
    if (!order) throw new Error(JSON.stringify(userErrors));
    return order.id;
  }

  /** Pays so many times at once at several processes, half of them with a key of its own; returns the ids of the orders. */
  async insists(urls: readonly string[], times: number): Promise<ReadonlySet<string | undefined>> {
    const paid = await Promise.all(
      Array.from({ length: times }, (_, index) =>
        this.pays(urls[index % urls.length] ?? '', index % 4 < 2 ? this.key : randomUUID()),
      ),
    );
    return new Set(paid.map(({ order }) => order?.id));
  }

  /** Comes back so many times at once, while the provider tells of the payment as often; returns the ids of the orders. */
  async comesBackAtOnce(
    urls: readonly string[],
    stripe: StripeDouble,
    times: number,
  ): Promise<ReadonlySet<string | undefined>> {
    await this.pays(urls[0] ?? '');
    this.entersCard(stripe);
    const told = stripe.events.findLast(({ type }) => type === 'payment_intent.succeeded');
    if (!told) throw new Error('The provider tells nothing.');
    const calls = Array.from({ length: times }, async (_, index) => {
      const url = urls[index % urls.length] ?? '';
      const [paid] = await Promise.all([this.comesBack(url), stripe.send(url, told)]);
      return paid.order?.id;
    });
    return new Set(await Promise.all(calls));
  }

  private entersCard(stripe: StripeDouble): void {
    for (const { id } of stripe.intentsOf(this.checkoutId)) stripe.confirm(id);
  }

  private async pays(url: string, idempotencyKey = this.key): Promise<Paid> {
    const { checkoutPay } = await this.at(url).request<{ checkoutPay: Paid }>(
      `mutation($input: CheckoutPayInput!) { checkoutPay(input: $input) { ${answer} } }`,
      {
        input: {
          checkoutId: this.checkoutId,
          paymentMethodCode: this.method,
          idempotencyKey,
        },
      },
    );
    return checkoutPay;
  }

  private async comesBack(url: string): Promise<Paid> {
    const { checkoutPaymentConfirm } = await this.at(url).request<{
      checkoutPaymentConfirm: Paid;
    }>(
      `mutation($input: CheckoutPaymentConfirmInput!) {
        checkoutPaymentConfirm(input: $input) { ${answer} }
      }`,
      { input: { checkoutId: this.checkoutId, idempotencyKey: this.key } },
    );
    return checkoutPaymentConfirm;
  }

  private at(url: string): GraphqlClient {
    return new GraphqlClient(`${url}/graphql`, { 'cart-token': this.cartToken });
  }
}
