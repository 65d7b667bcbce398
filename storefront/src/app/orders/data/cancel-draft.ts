import type { PaymentStatus } from '#shared/graphql/types.generated';
import { formatMoney, isZero, type Money } from '#shared/money/money';
import { lineName } from './order-words';

/** How many units of each line are not to be sent, by the line's id. */
export type CancelDraft = Readonly<Record<string, number>>;

interface OrderedLine {
  readonly id: string;
  readonly productTitle: string;
  readonly variationTitle: string;
  readonly quantity: number;
  readonly cancelledQuantity: number;
  readonly packedQuantity: number;
}

/** A line of which units can still be cancelled, and how many are to be. */
export interface CancelChoice {
  readonly id: string;
  readonly name: string;
  readonly most: number;
  readonly quantity: number;
}

/** What can be cancelled, with what was chosen of it; never more than there is now. */
export function cancelChoices(lines: readonly OrderedLine[], draft: CancelDraft): CancelChoice[] {
  return lines
    .map((line) => ({
      id: line.id,
      name: lineName(line),
      most: line.quantity - line.cancelledQuantity - line.packedQuantity,
    }))
    .filter(({ most }) => most > 0)
    .map((line) => ({ ...line, quantity: Math.min(draft[line.id] ?? 0, line.most) }));
}

/** The chosen units, as the API takes them. */
export function chosenUnits(choices: readonly CancelChoice[]) {
  return choices
    .filter(({ quantity }) => quantity > 0)
    .map(({ id: lineId, quantity }) => ({ lineId, quantity }));
}

/** Units of some choices together. */
export function unitCount(counts: readonly { readonly quantity: number }[]): number {
  return counts.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What a cancellation would do to the money of an order. */
export interface CancelSums {
  readonly cancelled: Money | null;
  readonly refund: Money | null;
  readonly due: Money | null;
}

/** What a cancellation means for the shopper's money, in one sentence; null when that is not known. */
export function cancelSumsText(
  { cancelled, refund, due }: CancelSums,
  paymentStatus: PaymentStatus,
): string | null {
  if (!cancelled || !refund || !due) return null;
  if (!isZero(refund)) return `You get back ${formatMoney(refund)}, the way you paid.`;
  if (isZero(due)) return 'Nothing is left to pay.';
  const rest = formatMoney(due);
  return paymentStatus === 'AUTHORIZED'
    ? `Your order costs ${formatMoney(cancelled)} less. We take only ${rest}.`
    : `Your order costs ${formatMoney(cancelled)} less. You have ${rest} left to pay.`;
}
