/** A page of orders as the cache holds it. */
interface OrdersPage<TOrder> {
  readonly orders: { readonly nodes: readonly TOrder[]; readonly totalCount: number };
}

/** The newest page with an order that has just been placed on top; the same page when it is there already. */
export function withNewOrder<
  TOrder extends { readonly id: string },
  TPage extends OrdersPage<TOrder>,
>(page: TPage, order: TOrder): TPage {
  const { orders } = page;
  if (orders.nodes.some(({ id }) => id === order.id)) return page;
  // The page may grow past its size: cutting it would leave a gap before the next one.
  return {
    ...page,
    orders: { ...orders, nodes: [order, ...orders.nodes], totalCount: orders.totalCount + 1 },
  };
}
