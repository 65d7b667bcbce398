import type { Goods } from './basket';
import type {
  Promotion,
  PromotionCandidate,
  PromotionClass,
  PromotionOutcome,
  Rejection,
} from './promotion';
import { discountsOf, type OpenLine } from './promotion-discounts';
import { type OfferedLine, type PromotionBuyer, rejectionOf } from './promotion-eligibility';
import type { Rounding } from './rounding';

/** What a promotion takes off a line. */
export interface LineDiscount {
  readonly promotionId: string;
  readonly amountMinor: bigint;
}

/** A promotion that a basket uses, with what it takes off in all. */
export interface AppliedPromotion {
  readonly promotionId: string;
  readonly name: string;
  readonly class: PromotionClass;
  readonly code?: string | undefined;
  readonly amountMinor: bigint;
}

/** The promotions that a basket uses. */
export function appliedOf(outcomes: readonly PromotionOutcome[]): AppliedPromotion[] {
  return outcomes.flatMap((outcome) => {
    const { status, promotionId, name, class: level, code } = outcome;
    if (status !== 'APPLIED' || !promotionId || !name || !level) return [];
    const { amountMinor } = outcome;
    return [{ promotionId, name, class: level, amountMinor, ...(code !== undefined && { code }) }];
  });
}

/** A gift that a promotion adds. */
export interface PromotedGift {
  readonly promotionId: string;
  readonly variationId: string;
  readonly quantity: number;
}

/** What promotions make of a basket. */
export interface PromotedBasket {
  /** By line, in their order. */
  readonly discounts: readonly (readonly LineDiscount[])[];
  readonly gifts: readonly PromotedGift[];
  /** Of delivery, before and after promotions; undefined when these goods are not delivered so. */
  readonly rateMinor: bigint | undefined;
  readonly shippingMinor: bigint;
  readonly outcomes: readonly PromotionOutcome[];
}

/** What promotions are applied to. */
export interface OfferedBasket {
  readonly lines: readonly OfferedLine[];
  readonly candidates: readonly PromotionCandidate[];
  readonly unknownCodes: readonly string[];
  readonly buyer: PromotionBuyer;
  readonly rounding: Rounding;
  /** Absent while no way of delivery is chosen. */
  readonly rate: ((goods: Pick<Goods, 'subtotalMinor'>) => bigint | undefined) | undefined;
}

/** A candidate that could be applied, and what it would save alone. */
interface Contender {
  readonly candidate: PromotionCandidate;
  readonly savingMinor: bigint;
}

const STAGES: readonly PromotionClass[] = ['LINE', 'ORDER', 'SHIPPING'];

/**
 * Applies promotions: of all that could be applied, the highest priority is chosen first and the largest saving among
 * equals, each only if it goes together with those already chosen. Discounts on lines are taken before those on the
 * order, and both before delivery is asked what it costs.
 */
export function applyPromotions(basket: OfferedBasket): PromotedBasket {
  const { lines, candidates, buyer } = basket;
  const outcomes = new Map<PromotionCandidate, PromotionOutcome>();
  let contenders: Contender[] = [];
  for (const candidate of candidates) {
    const rejection = rejectionOf(candidate, lines, buyer);
    if (rejection) outcomes.set(candidate, rejected(candidate, rejection));
    else contenders.push({ candidate, savingMinor: savingAlone(candidate.promotion, basket) });
  }
  for (;;) {
    const { chosen, beaten } = choose(contenders);
    const { amounts, ...promoted } = applyChosen(chosen, basket);
    const idle = chosen.filter((candidate) => !amounts.has(candidate));
    if (idle.length === 0) {
      for (const [candidate, outcome] of beaten) outcomes.set(candidate, outcome);
      for (const [candidate, amountMinor] of amounts) {
        outcomes.set(candidate, { ...told(candidate), status: 'APPLIED', amountMinor });
      }
      return { ...promoted, outcomes: [...inOrder(outcomes), ...unknown(basket)] };
    }
    // What takes nothing must not keep others out either.
    for (const candidate of idle) {
      outcomes.set(candidate, rejected(candidate, { reason: 'NOTHING_LEFT' }));
    }
    contenders = contenders.filter(({ candidate }) => !idle.includes(candidate));
  }
}

function choose(contenders: readonly Contender[]) {
  const chosen: PromotionCandidate[] = [];
  const beaten = new Map<PromotionCandidate, PromotionOutcome>();
  for (const { candidate } of contenders.toSorted(byRank)) {
    const rival = chosen.find(({ promotion }) => !goTogether(promotion, candidate.promotion));
    if (!rival) {
      chosen.push(candidate);
      continue;
    }
    const { id: beatenById, name: beatenByName } = rival.promotion;
    beaten.set(candidate, { ...told(candidate), status: 'BEATEN', beatenById, beatenByName });
  }
  return { chosen, beaten };
}

/** Applies promotions that go together. One that has nothing left to take from has no amount. */
function applyChosen(chosen: readonly PromotionCandidate[], basket: OfferedBasket) {
  const discounts: LineDiscount[][] = basket.lines.map(() => []);
  const amounts = new Map<PromotionCandidate, bigint>();
  const gifts: PromotedGift[] = [];
  let open = openLines(basket.lines);
  for (const candidate of chosen.toSorted(byStage)) {
    const { promotion } = candidate;
    const { id: promotionId, benefit } = promotion;
    if (benefit.kind === 'GIFT') {
      const { variationId, quantity } = benefit;
      gifts.push({ promotionId, variationId, quantity });
      amounts.set(candidate, 0n);
    }
    if (promotion.class === 'SHIPPING' || benefit.kind === 'GIFT') continue;
    const taken = discountsOf(promotion, open, basket.rounding);
    const amountMinor = taken.reduce((sum, each) => sum + each, 0n);
    if (amountMinor === 0n) continue;
    amounts.set(candidate, amountMinor);
    open = open.map((line, index) => {
      const part = taken[index] ?? 0n;
      if (part > 0n) discounts[index]?.push({ promotionId, amountMinor: part });
      return { ...line, leftMinor: line.leftMinor - part };
    });
  }
  const rateMinor = basket.rate?.({ subtotalMinor: leftOf(open) });
  let shippingMinor = rateMinor ?? 0n;
  for (const candidate of chosen.filter(({ promotion }) => promotion.class === 'SHIPPING')) {
    // Until delivery is chosen it is free already, which is worth telling.
    if (rateMinor !== undefined && shippingMinor === 0n) continue;
    amounts.set(candidate, shippingMinor);
    shippingMinor = 0n;
  }
  return { discounts, gifts, rateMinor, shippingMinor, amounts };
}

function savingAlone(promotion: Promotion, { lines, buyer, rounding, rate }: OfferedBasket) {
  const { benefit } = promotion;
  const open = openLines(lines);
  if (benefit.kind === 'FREE_SHIPPING') return rate?.({ subtotalMinor: leftOf(open) }) ?? 0n;
  if (benefit.kind === 'GIFT') {
    const { basePriceMinor = 0n } = buyer.gifts.get(benefit.variationId) ?? {};
    return basePriceMinor * BigInt(benefit.quantity);
  }
  return discountsOf(promotion, open, rounding).reduce((sum, each) => sum + each, 0n);
}

function openLines(lines: readonly OfferedLine[]): OpenLine[] {
  return lines.map(({ line, unitPriceMinor }) => ({
    line,
    unitPriceMinor,
    leftMinor: unitPriceMinor * BigInt(line.quantity),
  }));
}

function leftOf(lines: readonly OpenLine[]): bigint {
  return lines.reduce((sum, { leftMinor }) => sum + leftMinor, 0n);
}

function goTogether(one: Promotion, other: Promotion): boolean {
  // Several codes of one promotion open it once.
  if (one.id === other.id) return false;
  if (one.exclusiveGroup !== null && one.exclusiveGroup === other.exclusiveGroup) return false;
  return one.combinesWith.includes(other.class) && other.combinesWith.includes(one.class);
}

function byRank(one: Contender, other: Contender): number {
  const [first, second] = [one.candidate.promotion, other.candidate.promotion];
  if (first.priority !== second.priority) return second.priority - first.priority;
  if (one.savingMinor !== other.savingMinor) return one.savingMinor > other.savingMinor ? -1 : 1;
  return compare(rankKey(one.candidate), rankKey(other.candidate));
}

function rankKey({ promotion, code = '' }: PromotionCandidate): string {
  return `${promotion.id} ${code}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Those of one class stay in the order in which they were chosen. */
function byStage(one: PromotionCandidate, other: PromotionCandidate): number {
  return STAGES.indexOf(one.promotion.class) - STAGES.indexOf(other.promotion.class);
}

function inOrder(outcomes: ReadonlyMap<PromotionCandidate, PromotionOutcome>): PromotionOutcome[] {
  const rank = { APPLIED: 0, BEATEN: 1, REJECTED: 2 } as const;
  return [...outcomes]
    .toSorted(
      ([one, told], [other, toldToo]) =>
        rank[told.status] - rank[toldToo.status] ||
        other.promotion.priority - one.promotion.priority ||
        compare(rankKey(one), rankKey(other)),
    )
    .map(([, outcome]) => outcome);
}

function rejected(candidate: PromotionCandidate, rejection: Rejection): PromotionOutcome {
  return { ...told(candidate), status: 'REJECTED', ...rejection };
}

function unknown({ unknownCodes }: OfferedBasket): PromotionOutcome[] {
  return unknownCodes.map((code) => ({ code, status: 'REJECTED', reason: 'CODE_UNKNOWN' }));
}

function told({ promotion, code }: PromotionCandidate) {
  return { promotionId: promotion.id, name: promotion.name, class: promotion.class, code };
}
