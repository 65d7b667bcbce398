import type { GraphqlEndpoint } from './graphql-endpoint.ts';

/** The shop's own time, read off a new empty cart: orders and stock movements carry times of the same clock. */
export async function shopTime(shop: GraphqlEndpoint): Promise<Date> {
  const { data } = await shop.send<{ cartCreate: { cart: { createdAt: string } } }>({
    step: 'clock',
    query: 'mutation Clock { cartCreate(input: {}) { cart { createdAt } } }',
  });
  return new Date(data.cartCreate.cart.createdAt);
}
