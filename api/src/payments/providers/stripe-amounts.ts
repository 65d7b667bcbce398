import { type Money, money } from '../../kernel/money';

/** Currencies without decimals that Stripe counts in hundredths all the same, as it did before they lost theirs. */
const IN_HUNDREDTHS = new Set(['ISK', 'UGX']);
const HUNDREDTHS = 100n;

/** An amount as Stripe counts it. */
export function toStripe({ amountMinor, currencyCode }: Money): number {
  return Number(IN_HUNDREDTHS.has(currencyCode) ? amountMinor * HUNDREDTHS : amountMinor);
}

/**
 * An amount that Stripe has told. Where it counts finer than the currency, an amount that we cannot have asked for stays
 * as it is, and so differs from every one we have.
 */
export function fromStripe(amount: number, currency: string): Money {
  const currencyCode = currency.toUpperCase();
  const counted = BigInt(amount);
  const isFiner = IN_HUNDREDTHS.has(currencyCode) && counted % HUNDREDTHS === 0n;
  return money(isFiner ? counted / HUNDREDTHS : counted, currencyCode);
}
