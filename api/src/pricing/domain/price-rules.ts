import { divideRounded } from './rounding';

/** When a price list holds: from its start on, up to but not including its end. */
export interface Period {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** Whether a period contains an instant. */
export function isInForce({ startsAt, endsAt }: Period, now: Date): boolean {
  return (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt);
}

/** A price of its own, or a part of the base price taken off. */
export type PriceTerms =
  | { readonly kind: 'FIXED'; readonly priceMinor: bigint }
  | { readonly kind: 'PERCENT_OFF'; readonly offPpm: number };

/** What a price list says about a variation, all of a product, or everything. */
export interface PriceRule {
  readonly priceListId: string;
  /** At most one of the two is given. */
  readonly productId: string | null;
  readonly variationId: string | null;
  /** Lists with a higher priority decide before others. */
  readonly priority: number;
  /** Code of the group of customers it is for; absent for everybody. */
  readonly customerGroup: string | null;
  /** From how many units of the variation on it holds. */
  readonly minQuantity: number;
  readonly terms: PriceTerms;
}

/** Who buys how much of what. */
export interface Purchase {
  readonly productId: string;
  readonly variationId: string;
  readonly customerGroup: string | undefined;
  readonly quantity: number;
}

/** The price of one unit and the list it comes from, if from any. */
export interface UnitPrice {
  readonly priceMinor: bigint;
  readonly priceListId: string | undefined;
  /** Whether it holds only from some quantity on. */
  readonly isTier: boolean;
}

/**
 * The price of one unit. Of the rules that apply, those of the highest priority decide, and among them the lowest
 * price; without any it is the base price. A rule may therefore also make something dearer.
 */
export function unitPrice(
  baseMinor: bigint,
  rules: readonly PriceRule[],
  purchase: Purchase,
): UnitPrice {
  let best: (UnitPrice & { readonly priority: number }) | undefined;
  for (const rule of rules) {
    if (!applies(rule, purchase)) continue;
    const { priceListId, priority } = rule;
    const priceMinor = priceUnder(rule.terms, baseMinor);
    const found = { priceMinor, priceListId, isTier: rule.minQuantity > 1, priority };
    const isBetter =
      !best || priority > best.priority || (priority === best.priority && isCheaper(found, best));
    if (isBetter) best = found;
  }
  if (!best) return { priceMinor: baseMinor, priceListId: undefined, isTier: false };
  const { priceMinor, priceListId, isTier } = best;
  return { priceMinor, priceListId, isTier };
}

function applies(rule: PriceRule, purchase: Purchase): boolean {
  const { productId, variationId, customerGroup } = rule;
  if (purchase.quantity < rule.minQuantity) return false;
  if (productId !== null && productId !== purchase.productId) return false;
  if (variationId !== null && variationId !== purchase.variationId) return false;
  return customerGroup === null || customerGroup === purchase.customerGroup;
}

/**
 * Equal prices are told apart by id, and within a list that for any quantity comes first: the order of the rules decides
 * nothing.
 */
function isCheaper(one: UnitPrice, other: UnitPrice): boolean {
  if (one.priceMinor !== other.priceMinor) return one.priceMinor < other.priceMinor;
  const [id, otherId] = [one.priceListId ?? '', other.priceListId ?? ''];
  return id === otherId ? !one.isTier && other.isTier : id < otherId;
}

function priceUnder(terms: PriceTerms, baseMinor: bigint): bigint {
  if (terms.kind === 'FIXED') return terms.priceMinor;
  const offMinor = divideRounded(baseMinor * BigInt(terms.offPpm), 1_000_000n, 'HALF_UP');
  return baseMinor - offMinor;
}
