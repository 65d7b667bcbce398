import type { LineDiscount } from './apply-promotions';
import type { UnitPriceSource } from './basket';
import type { ExplainedLine, PriceExplanation } from './price-explanation';
import type { PromotionOutcome } from './promotion';
import { freezeTaxLines, type StoredTaxLine, thawTaxLines } from './stored-cost';

/** The same with minor units as texts, because JSON has no bigint. */
type Texts<T> = T extends bigint ? string : T extends object ? { [K in keyof T]: Texts<T[K]> } : T;

/** How a line's price came about, as it is written down. */
export interface StoredExplainedLine {
  readonly id: string;
  readonly basePriceMinor: string;
  readonly unitPriceMinor: string;
  readonly source: UnitPriceSource;
  readonly discounts?: readonly Texts<LineDiscount>[];
  readonly taxableMinor: string;
  readonly taxLines: readonly StoredTaxLine[];
  readonly residueMicro: string;
}

/** How prices came about, as it is written down. */
export interface StoredExplanation {
  readonly lines: readonly StoredExplainedLine[];
  readonly outcomes?: readonly Texts<PromotionOutcome>[];
  readonly deliveryDiscountMinor: string;
  readonly residueMicro: string;
}

/** Writes down how prices came about. */
export function freezeExplanation(explanation: PriceExplanation): StoredExplanation {
  const { lines, outcomes, deliveryDiscountMinor, residueMicro } = explanation;
  return {
    lines: lines.map(freezeLine),
    ...(outcomes.length > 0 && { outcomes: outcomes.map(freezeOutcome) }),
    deliveryDiscountMinor: deliveryDiscountMinor.toString(),
    residueMicro: residueMicro.toString(),
  };
}

/** Reads back how prices came about. */
export function thawExplanation(stored: StoredExplanation): PriceExplanation {
  return {
    lines: stored.lines.map(thawLine),
    outcomes: stored.outcomes?.map(thawOutcome) ?? [],
    deliveryDiscountMinor: BigInt(stored.deliveryDiscountMinor),
    residueMicro: BigInt(stored.residueMicro),
  };
}

function freezeLine({ discounts, taxLines, ...line }: ExplainedLine): StoredExplainedLine {
  const { id, source, basePriceMinor, unitPriceMinor, taxableMinor, residueMicro } = line;
  return {
    id,
    source,
    basePriceMinor: basePriceMinor.toString(),
    unitPriceMinor: unitPriceMinor.toString(),
    taxableMinor: taxableMinor.toString(),
    residueMicro: residueMicro.toString(),
    taxLines: freezeTaxLines(taxLines),
    ...(discounts.length > 0 && {
      discounts: discounts.map(({ promotionId, amountMinor }) => ({
        promotionId,
        amountMinor: amountMinor.toString(),
      })),
    }),
  };
}

function thawLine({ discounts = [], taxLines, ...line }: StoredExplainedLine): ExplainedLine {
  const { id, source, basePriceMinor, unitPriceMinor, taxableMinor, residueMicro } = line;
  return {
    id,
    source,
    basePriceMinor: BigInt(basePriceMinor),
    unitPriceMinor: BigInt(unitPriceMinor),
    taxableMinor: BigInt(taxableMinor),
    residueMicro: BigInt(residueMicro),
    taxLines: thawTaxLines(taxLines),
    discounts: discounts.map(({ promotionId, amountMinor }) => ({
      promotionId,
      amountMinor: BigInt(amountMinor),
    })),
  };
}

function freezeOutcome(outcome: PromotionOutcome): Texts<PromotionOutcome> {
  if (outcome.status === 'APPLIED') {
    return { ...outcome, amountMinor: outcome.amountMinor.toString() };
  }
  if (outcome.status === 'BEATEN') return outcome;
  return { ...outcome, missingMinor: outcome.missingMinor?.toString() };
}

function thawOutcome(outcome: Texts<PromotionOutcome>): PromotionOutcome {
  if (outcome.status === 'APPLIED') return { ...outcome, amountMinor: BigInt(outcome.amountMinor) };
  if (outcome.status === 'BEATEN') return outcome;
  const { missingMinor } = outcome;
  return {
    ...outcome,
    missingMinor: missingMinor === undefined ? undefined : BigInt(missingMinor),
  };
}
