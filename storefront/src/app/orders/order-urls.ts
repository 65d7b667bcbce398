/** The page on which anyone who has the link follows an order. */
export function trackingUrl(trackingToken: string): string[] {
  return ['/track', trackingToken];
}

/** The page shown once an order is placed. */
export function orderPlacedUrl(trackingToken: string): string[] {
  return ['/order-placed', trackingToken];
}

/** One of the customer's own orders. */
export function orderUrl(id: string): string[] {
  return ['/account/orders', id];
}
