import type { Money } from './money';

/** The sums of a cart, checkout or order. */
export interface CostSums {
  readonly subtotal: Money;
  readonly discounts: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** Whether the tax is already within the prices, so that it is told but not added. */
export function isTaxIncluded({ subtotal, discounts, shipping, total }: CostSums): boolean {
  const scale = Math.max(...[subtotal, discounts, shipping, total].map(decimals));
  const [sub, off, send, all] = [subtotal, discounts, shipping, total].map((money) =>
    scaled(money, scale),
  ) as [bigint, bigint, bigint, bigint];
  return sub - off + send === all;
}

function decimals({ amount }: Money): number {
  return amount.split('.')[1]?.length ?? 0;
}

function scaled({ amount }: Money, scale: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
