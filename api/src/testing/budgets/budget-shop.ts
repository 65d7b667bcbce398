import sharp from 'sharp';

import { accepted } from '../../kernel/result';
import type { GraphqlClient } from '../graphql-client';
import { type SeenCheckout, type SeenOrder, Shopper, signInStaff } from '../shopper';
import { createTestApp, type TestApp } from '../test-app';

const PASSWORD = 'a long enough password';
export const COLLECTION = 'collection-1';

/** A shop in which every list has the same length, to see what grows with it. */
export interface BudgetShop {
  readonly test: TestApp;
  /** One variation of each product. */
  readonly variationIds: readonly string[];
  readonly productSlug: string;
  readonly staff: GraphqlClient;
  /** Signed in, with as many orders as lists are long. */
  readonly customer: GraphqlClient;
  readonly customerEmail: string;
  /** An address and password that nobody has yet. */
  newAccount(): { readonly email: string; readonly password: string; readonly name: string };
  /** Somebody with one unit of each product in the cart. */
  aFullCart(): Promise<Shopper>;
  aCheckout(): Promise<{ readonly shopper: Shopper; readonly checkout: SeenCheckout }>;
  anOrder(): Promise<SeenOrder & { readonly shopper: Shopper }>;
  /** Takes an order some steps further. */
  advance(orderId: string, ...transitions: string[]): Promise<void>;
  aKey(): string;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

async function keepPictures(test: TestApp, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const number of numbers(count)) {
    const shade = { r: number * 7, g: 90, b: 120 };
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: shade } })
      .png()
      .toBuffer();
    ids.push(await test.app.modules.media.library.keep({ bytes, alt: `Picture ${number}` }));
  }
  return ids;
}

async function fillShelves(test: TestApp, size: number): Promise<string[]> {
  const { catalog, inventory } = test.app.modules;
  const pictures = await keepPictures(test, size);
  const collections = numbers(size).map((number) => ({
    slug: `collection-${number}`,
    title: `Collection ${number}`,
    description: 'What belongs together.',
    imageId: pictures[number - 1],
    position: number,
  }));
  const sizes = numbers(size).map((number) => ({ name: `Size ${number}` }));
  const products = numbers(size).map((number) => ({
    slug: `product-${number}`,
    title: `Poster number ${number}`,
    description: 'Printed on heavy paper, in the colours of the sea, and sent in a tube.',
    attributes: numbers(size).map((each) => ({ name: `Fact ${each}`, value: 'As it should be' })),
    basePriceMinor: 1_000 + number,
    options: [
      { name: 'Size', values: sizes },
      { name: 'Colour', values: [{ name: 'Red', swatch: '#ff0000' }] },
    ],
    variations: sizes.map(({ name }, index) => ({
      sku: `P${number}-${index + 1}`,
      values: [name, 'Red'],
      priceModifierMinor: index * 100,
      imageId: pictures[index],
    })),
    collections: collections.map(({ slug }) => slug),
    imageIds: pictures,
    featuredRank: number,
  }));
  const ids: string[] = [];
  const result = await test.app.platform.transactions.run(async (tx) => {
    const grouped = await catalog.upsertCollections.run(tx, collections);
    if (!grouped.ok) return grouped;
    const made = await catalog.upsertProducts.run(tx, products);
    if (!made.ok) return made;
    const variations = made.value.flatMap((product) => product.variations);
    ids.push(...made.value.flatMap((product) => product.variations[0]?.id ?? []));
    const counts = variations.map(({ id }) => ({ variationId: id, onHand: 10_000 }));
    await inventory.stock.setOnHand(tx, counts, { kind: 'RECEIPT', actor: { kind: 'system' } });
    return accepted(null);
  });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return ids;
}

/** Opens a shop whose lists are `size` long. */
export async function openBudgetShop(
  size: number,
  manifests: readonly string[],
): Promise<BudgetShop> {
  const test = await createTestApp({
    operations: { manifests, developmentStats: false },
    // What is measured is what an answer takes that was not kept.
    responseCache: false,
  });
  try {
    return await fillShop(test, size);
  } catch (error) {
    await test.close();
    throw error;
  }
}

async function fillShop(test: TestApp, size: number): Promise<BudgetShop> {
  const variationIds = await fillShelves(test, size);
  const staff = await signInStaff(test);
  for (const number of numbers(size)) {
    await staff.data(
      `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { apiKey { id } } }`,
      { input: { name: `Feed ${number}`, scopes: ['ORDERS_READ'] } },
    );
  }
  for (const number of numbers(size)) {
    const work = { kind: 'IMPORT', title: `File ${number}` } as const;
    await test.app.modules.tasks.keeper.run(work, () => Promise.resolve());
  }
  let made = 0;
  const unique = (): number => (made += 1);
  const newAccount = () => ({
    email: `customer-${unique()}@example.com`,
    password: PASSWORD,
    name: 'Grace Hopper',
  });
  const fill = async (shopper: Shopper): Promise<Shopper> => {
    const lines = variationIds.map((variationId) => ({ variationId, quantity: 1 }));
    await shopper.mutate('cartLinesAdd', 'CartLinesAddInput', 'cart { id }', { lines });
    return shopper;
  };
  const aFullCart = () => fill(new Shopper(test));
  const aCheckout = async () => {
    const shopper = await aFullCart();
    return { shopper, checkout: await shopper.fillCheckout() };
  };
  const order = async (shopper: Shopper): Promise<SeenOrder> => {
    await fill(shopper);
    const { id } = await shopper.fillCheckout();
    const paid = await shopper.pay(id, { idempotencyKey: `budget-${unique()}` });
    if (!paid.order) throw new Error(JSON.stringify(paid.userErrors));
    return paid.order;
  };
  const { email, password, name } = newAccount();
  const customer = new Shopper(test);
  const signedUp = await customer.client.data<{
    customerRegister: { session: { accessToken: string } };
  }>(
    `mutation ($input: CustomerRegisterInput!) {
       customerRegister(input: $input) { session { accessToken } } }`,
    { input: { email, password, name } },
  );
  customer.client.accessToken = signedUp.customerRegister.session.accessToken;
  for (const _ of numbers(size)) await order(customer);
  // The shop's settings are read again every few seconds, which would be counted with whatever runs just then.
  test.clock.stop();
  return {
    test,
    variationIds,
    productSlug: 'product-1',
    staff,
    customer: customer.client,
    customerEmail: email,
    newAccount,
    aFullCart,
    aCheckout,
    anOrder: async () => {
      const shopper = new Shopper(test);
      return { ...(await order(shopper)), shopper };
    },
    advance: async (orderId, ...transitions) => {
      for (const transition of transitions) {
        const input = { orderId, transition, idempotencyKey: `budget-${unique()}` };
        await staff.data(
          `mutation ($input: OrderTransitionInput!) {
             orderTransition(input: $input) { order { id } userErrors { message } } }`,
          { input },
        );
      }
    },
    aKey: () => `budget-${unique()}`,
  };
}

/** The password of every account that this shop made. */
export const accountPassword = PASSWORD;
