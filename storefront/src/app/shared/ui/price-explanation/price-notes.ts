import type {
  PromotionClass,
  PromotionRejection,
  PromotionStatus,
} from '#shared/graphql/types.generated';
import { formatMoney, isZero, type Money } from '#shared/money/money';

/** What became of one promotion or code. */
export interface Outcome {
  readonly promotionId: string | null;
  readonly name: string | null;
  readonly class: PromotionClass | null;
  readonly code: string | null;
  readonly status: PromotionStatus;
  readonly amount: Money | null;
  readonly reason: PromotionRejection | null;
  readonly missingAmount: Money | null;
  readonly missingQuantity: number | null;
  readonly beatenByName: string | null;
  readonly message: string;
}

/** A promotion that was used, as an order keeps it. */
export type UsedPromotion = Pick<Outcome, 'promotionId' | 'name' | 'class' | 'code'> & {
  readonly amount: Money;
};

/** A promotion that is in the price. */
export interface AppliedNote {
  readonly id: string;
  readonly name: string;
  /** Nothing for a gift, or for delivery that is not chosen yet. */
  readonly amount: Money | null;
  readonly remark: string;
}

/** Why something costs what it costs, and what is missing for it to cost less. */
export interface PriceNotes {
  readonly applied: readonly AppliedNote[];
  /** What little more brings a promotion. */
  readonly hints: readonly string[];
  /** Codes that were entered and take nothing off, and why. */
  readonly idle: readonly string[];
}

/** Reads what became of promotions and codes into what a shopper wants to know of it. */
export function priceNotes(promotions: readonly Outcome[]): PriceNotes {
  const applied = promotions.filter(({ status }) => status === 'APPLIED').map(appliedNote);
  const others = promotions.filter(({ status }) => status !== 'APPLIED');
  return {
    applied,
    hints: others.flatMap((outcome) => hintOf(outcome) ?? []),
    idle: others.filter((outcome) => outcome.code && !hintOf(outcome)).map(idleText),
  };
}

/** What an order's promotions became: they are all in its price. */
export function usedPromotions(promotions: readonly UsedPromotion[]): Outcome[] {
  return promotions.map(({ promotionId, name, class: level, code, amount }) => ({
    ...{ promotionId, name, class: level, code, amount },
    status: 'APPLIED',
    reason: null,
    missingAmount: null,
    missingQuantity: null,
    beatenByName: null,
    message: '',
  }));
}

function appliedNote(outcome: Outcome): AppliedNote {
  const { amount, code, name } = outcome;
  const isCounted = amount !== null && !isZero(amount);
  return {
    id: `${outcome.promotionId ?? ''} ${code ?? ''}`,
    name: nameOf(outcome) + (code && name ? ` (${code})` : ''),
    amount: isCounted ? amount : null,
    remark: outcome.class === 'SHIPPING' ? 'At delivery' : 'Free gift',
  };
}

function hintOf(outcome: Outcome): string | undefined {
  const { missingAmount, missingQuantity, reason } = outcome;
  if (reason === 'SUBTOTAL_TOO_LOW' && missingAmount) {
    return `Spend ${formatMoney(missingAmount)} more for “${nameOf(outcome)}”.`;
  }
  if (reason === 'QUANTITY_TOO_LOW' && missingQuantity) {
    return `Add ${missingQuantity} more for “${nameOf(outcome)}”.`;
  }
  return undefined;
}

function idleText(outcome: Outcome): string {
  const { code, status, beatenByName, message } = outcome;
  if (status === 'BEATEN' && beatenByName) {
    return `${code ?? ''}: “${beatenByName}” takes off more, and they do not go together.`;
  }
  return `${code ?? ''}: ${message}`;
}

function nameOf({ name, code }: Outcome): string {
  return name ?? code ?? 'an offer';
}
