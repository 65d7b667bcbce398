import { randomUUID } from 'node:crypto';

import { demoLogins } from '../../tools/launcher/demo-logins.ts';
import type { UserError } from './buyer.ts';
import { GraphqlClient } from './graphql-client.ts';

/** A step that staff take an order. */
export type Transition = 'CONFIRM' | 'START_PROCESSING' | 'SHIP' | 'DELIVER';

/** A member of staff who works over HTTP. */
export class StaffClient {
  private readonly client: GraphqlClient;

  private constructor(client: GraphqlClient) {
    this.client = client;
  }

  /** Signs in at an API process or at Nginx. */
  static async signIn(url: string): Promise<StaffClient> {
    const client = new GraphqlClient(`${url}/graphql/admin`);
    const { staffSessionCreate } = await client.request<{
      staffSessionCreate: { session: { accessToken: string } | null; userErrors: UserError[] };
    }>(
      `mutation($input: SessionCreateInput!) {
        staffSessionCreate(input: $input) { session { accessToken } userErrors { __typename code message } }
      }`,
      { input: demoLogins.staff },
    );
    const token = staffSessionCreate.session?.accessToken;
    if (!token) throw new Error(JSON.stringify(staffSessionCreate.userErrors));
    return new StaffClient(client.with({ authorization: `Bearer ${token}` }));
  }

  /** Moves an order one step on. */
  async transition(
    orderId: string,
    transition: Transition,
    idempotencyKey: string = randomUUID(),
  ): Promise<void> {
    const { orderTransition } = await this.client.request<{
      orderTransition: { userErrors: UserError[] };
    }>(
      `mutation($input: OrderTransitionInput!) {
        orderTransition(input: $input) { userErrors { __typename code message } }
      }`,
      { input: { orderId, transition, idempotencyKey } },
    );
    if (orderTransition.userErrors.length > 0) {
      throw new Error(JSON.stringify(orderTransition.userErrors));
    }
  }

  /** Sets how many units of a variation are there. */
  async setStock(variationId: string, onHand: number): Promise<void> {
    const { stockAdjust } = await this.client.request<{ stockAdjust: { userErrors: UserError[] } }>(
      `mutation($input: StockAdjustInput!) {
        stockAdjust(input: $input) { userErrors { __typename code message } }
      }`,
      { input: { variationId, onHand, reason: 'Counted', idempotencyKey: randomUUID() } },
    );
    if (stockAdjust.userErrors.length > 0) throw new Error(JSON.stringify(stockAdjust.userErrors));
  }

  /** Gives a product another title. */
  async setTitle(productId: string, title: string): Promise<void> {
    await this.updateProduct({ productId, title });
  }

  /** Gives a product another price, in minor units. */
  async setPrice(productId: string, minor: number): Promise<void> {
    const basePrice = { amount: (minor / 100).toFixed(2), currencyCode: 'GBP' };
    await this.updateProduct({ productId, basePrice });
  }

  /** Puts a product into a collection or takes it out. */
  async setMembership(collectionId: string, productId: string, joins: boolean): Promise<void> {
    const field = joins ? 'collectionProductsAdd' : 'collectionProductsRemove';
    const input = joins ? 'CollectionProductsAddInput' : 'CollectionProductsRemoveInput';
    await this.mutate(field, input, { collectionId, productIds: [productId] });
  }

  /** Makes a product a bundle of one unit of each of these. */
  async makeBundle(productId: string, parts: readonly string[]): Promise<void> {
    const choices = parts.map((variationId, index) => ({
      name: `Part ${index + 1}`,
      minQuantity: 1,
      maxQuantity: 1,
      options: [{ variationId, defaultQuantity: 1 }],
    }));
    const input = { productId, priceRule: { kind: 'SUM' }, choices };
    await this.mutate('bundleSet', 'BundleSetInput', input);
  }

  /** Makes a gift card worth so many minor units; returns its code. */
  async issueGiftCard(minor: number): Promise<string> {
    const amount = { amount: (minor / 100).toFixed(2), currencyCode: 'GBP' };
    const { giftCardIssue } = await this.client.request<{
      giftCardIssue: { code: string | null; userErrors: UserError[] };
    }>(
      `mutation($input: GiftCardIssueInput!) {
        giftCardIssue(input: $input) { code userErrors { __typename code message } }
      }`,
      { input: { amount, idempotencyKey: randomUUID() } },
    );
    if (!giftCardIssue.code) throw new Error(JSON.stringify(giftCardIssue.userErrors));
    return giftCardIssue.code;
  }

  /** Every kind of mail with each of its samples, as pages. */
  async mailSamples(): Promise<{ readonly name: string; readonly html: string }[]> {
    const { messageTemplates } = await this.client.request<{
      messageTemplates: { name: string; samples: { name: string }[] }[];
    }>('{ messageTemplates { name samples { name } } }');
    const samples = messageTemplates.flatMap(({ name, samples }) =>
      samples.map((sample) => ({ template: name, sample: sample.name })),
    );
    return Promise.all(
      samples.map(async (variables) => {
        const { messagePreview } = await this.client.request<{ messagePreview: { html: string } }>(
          `query($template: MessageTemplateName!, $sample: String) {
            messagePreview(template: $template, sample: $sample) { html }
          }`,
          variables,
        );
        return { name: `${variables.template} ${variables.sample}`, html: messagePreview.html };
      }),
    );
  }

  /** Notes that the money of an order has come. */
  async markPaid(orderId: string): Promise<void> {
    const input = { orderId, idempotencyKey: randomUUID() };
    await this.mutate('orderMarkPaid', 'OrderMarkPaidInput', input);
  }

  private async updateProduct(input: object): Promise<void> {
    await this.mutate('productUpdate', 'ProductUpdateInput', input);
  }

  private async mutate(field: string, inputType: string, input: object): Promise<void> {
    const answer = await this.client.request<Record<string, { userErrors: UserError[] }>>(
      `mutation($input: ${inputType}!) { ${field}(input: $input) { userErrors { __typename code message } } }`,
      { input },
    );
    const userErrors = answer[field]?.userErrors ?? [];
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }

  /** Units in the building and units held for open checkouts. */
  async stockOf(sku: string): Promise<{ onHand: number; reserved: number }> {
    const { products } = await this.client.request<{
      products: { nodes: { variations: { sku: string; onHand: number; reserved: number }[] }[] };
    }>(
      `query($skus: [String!]) {
        products(first: 1, where: { skus: $skus }) { nodes { variations { sku onHand reserved } } }
      }`,
      { skus: [sku] },
    );
    const found = products.nodes
      .flatMap(({ variations }) => variations)
      .find((one) => one.sku === sku);
    if (!found) throw new Error(`There is no variation ${sku}.`);
    return { onHand: found.onHand, reserved: found.reserved };
  }

  /** Units moved per kind of movement since a moment. */
  async ledgerSince(from: Date): Promise<Readonly<Record<string, number>>> {
    const { stockLedger } = await this.client.request<{
      stockLedger: { kind: string; units: number }[];
    }>(`query($from: DateTime) { stockLedger(from: $from) { kind units } }`, {
      from: from.toISOString(),
    });
    return Object.fromEntries(stockLedger.map(({ kind, units }) => [kind, units]));
  }
}
