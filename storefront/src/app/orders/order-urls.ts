/** The page on which anyone who has the link follows an order. */
export function trackingUrl(trackingToken: string): string[] {
  return ['/track', trackingToken];
}

/** One of the customer's own orders. */
export function orderUrl(id: string): string[] {
  return ['/account/orders', id];
}
