import type { BasketLine } from './basket';
import type {
  Benefit,
  Promotion,
  PromotionCandidate,
  PromotionTargets,
  PromotionTerms,
  Rejection,
} from './promotion';

/** A line at its unit price, before any promotion. */
export interface OfferedLine {
  readonly line: BasketLine;
  readonly unitPriceMinor: bigint;
}

/** Who buys, as far as promotions ask. */
export type PromotionBuyer = Pick<PromotionTerms, 'at' | 'isFirstOrder' | 'gifts'> & {
  readonly customerGroup: string | undefined;
};

/** Whether a promotion is about a line. */
export function isEligible({ line }: OfferedLine, targets: PromotionTargets): boolean {
  const { productIds, collectedIds, attributes } = targets;
  if (productIds && !productIds.has(line.productId)) return false;
  if (collectedIds && !collectedIds.has(line.productId)) return false;
  if (!attributes) return true;
  return attributes.some(({ name, value }) =>
    line.attributes?.some((fact) => fact.name === name && fact.value === value),
  );
}

/** Why a candidate cannot be applied to a basket at all, whatever else is; undefined when it can. */
export function rejectionOf(
  { promotion, usedUp }: PromotionCandidate,
  lines: readonly OfferedLine[],
  buyer: PromotionBuyer,
): Rejection | undefined {
  return (
    notForBuyer(promotion, usedUp, buyer) ??
    notForBasket(
      promotion,
      lines.filter((line) => isEligible(line, promotion.targets)),
    ) ??
    giftMissing(promotion.benefit, lines, buyer)
  );
}

function notForBuyer(
  { startsAt, endsAt, conditions }: Promotion,
  usedUp: PromotionCandidate['usedUp'],
  buyer: PromotionBuyer,
): Rejection | undefined {
  const { customerGroup, firstOrderOnly } = conditions;
  if (startsAt && buyer.at < startsAt) return { reason: 'NOT_STARTED' };
  if (endsAt && buyer.at >= endsAt) return { reason: 'ENDED' };
  if (customerGroup !== undefined && customerGroup !== buyer.customerGroup) {
    return { reason: 'CUSTOMER_GROUP' };
  }
  if (firstOrderOnly && !buyer.isFirstOrder) return { reason: 'FIRST_ORDER_ONLY' };
  if (usedUp === 'TOTAL') return { reason: 'USED_UP' };
  return usedUp === 'CUSTOMER' ? { reason: 'USED_UP_BY_CUSTOMER' } : undefined;
}

function notForBasket(
  { benefit, conditions }: Promotion,
  eligible: readonly OfferedLine[],
): Rejection | undefined {
  if (eligible.length === 0) return { reason: 'NO_ELIGIBLE_GOODS' };
  const subtotalMinor = subtotalOf(eligible);
  const quantity = quantityOf(eligible);
  const least = leastOf(benefit);
  const leastMinor = larger(conditions.minSubtotalMinor ?? 0n, least.subtotalMinor);
  if (subtotalMinor < leastMinor) {
    return { reason: 'SUBTOTAL_TOO_LOW', missingMinor: leastMinor - subtotalMinor };
  }
  const leastQuantity = Math.max(conditions.minQuantity ?? 0, least.quantity);
  return quantity < leastQuantity
    ? { reason: 'QUANTITY_TOO_LOW', missingQuantity: leastQuantity - quantity }
    : undefined;
}

/** Below what a benefit gives nothing. */
function leastOf(benefit: Benefit): { readonly subtotalMinor: bigint; readonly quantity: number } {
  if (benefit.kind === 'BUY_X_GET_Y') {
    return { subtotalMinor: 0n, quantity: benefit.buyQuantity + benefit.getQuantity };
  }
  if (benefit.kind !== 'TIERED') return { subtotalMinor: 0n, quantity: 0 };
  const first = benefit.tiers[0]?.from ?? 0n;
  return benefit.measure === 'SUBTOTAL'
    ? { subtotalMinor: first, quantity: 0 }
    : { subtotalMinor: 0n, quantity: Number(first) };
}

function giftMissing(
  benefit: Benefit,
  lines: readonly OfferedLine[],
  { gifts }: PromotionBuyer,
): Rejection | undefined {
  if (benefit.kind !== 'GIFT') return undefined;
  const { variationId, quantity } = benefit;
  const available = gifts.get(variationId)?.available ?? 0;
  const bought = lines.reduce((sum, { line }) => sum + unitsOf(variationId, line), 0);
  return available - bought < quantity ? { reason: 'GIFT_OUT_OF_STOCK' } : undefined;
}

/** Units of a variation that a line takes from the stock. */
function unitsOf(variationId: string, { quantity, bundle, ...line }: BasketLine): number {
  if (!bundle) return line.variationId === variationId ? quantity : 0;
  return bundle.parts.reduce(
    (sum, part) => (part.variationId === variationId ? sum + part.quantity * quantity : sum),
    0,
  );
}

/** What lines cost at their unit prices. */
export function subtotalOf(lines: readonly OfferedLine[]): bigint {
  return lines.reduce(
    (sum, { line, unitPriceMinor }) => sum + unitPriceMinor * BigInt(line.quantity),
    0n,
  );
}

/** Units of lines. */
export function quantityOf(lines: readonly OfferedLine[]): number {
  return lines.reduce((sum, { line }) => sum + line.quantity, 0);
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
