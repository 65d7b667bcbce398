/** Router commands to the page of one order. */
export function orderPath(orderId: string): readonly string[] {
  return ['/orders', orderId];
}
