import { maxLength, required, type SchemaPathTree, validate } from '@angular/forms/signals';

import { isAmount } from '../../shared/form/rules';
import type { OrderRefundPreviewInput } from '../../shared/graphql/types.generated';
import { chosenUnits, isPossible, type UnitsDraft, unitsRules } from './line-units';

/** A refund as it is edited: for goods and delivery, or an amount by itself. */
export interface RefundDraft {
  readonly units: readonly UnitsDraft[];
  readonly shipping: string;
  readonly amount: string;
  readonly restock: boolean;
  readonly reason: string;
}

/** What a refund gives back; undefined while that cannot be said. */
export function refundTerms(
  { units, shipping, amount }: RefundDraft,
  orderId: string,
  currencyCode: string,
): OrderRefundPreviewInput | undefined {
  const typed = [shipping, amount].filter((text) => text.trim());
  if (!units.every(isPossible) || !typed.every(isAmount)) return undefined;
  const lines = chosenUnits(units);
  if (lines.length === 0 && typed.length === 0) return undefined;
  const money = (text: string) => ({ amount: text.trim(), currencyCode });
  return {
    orderId,
    ...(lines.length > 0 && { lines }),
    ...(shipping.trim() && { shipping: money(shipping) }),
    ...(amount.trim() && { amount: money(amount) }),
  };
}

/** What must be right before money is given back. */
export function refundRules(path: SchemaPathTree<RefundDraft>): void {
  unitsRules(path.units);
  for (const sum of [path.shipping, path.amount]) {
    validate(sum, ({ value }) =>
      !value().trim() || isAmount(value())
        ? undefined
        : { kind: 'amount', message: 'An amount such as 5.00.' },
    );
  }
  required(path.reason, { message: 'Say why.' });
  maxLength(path.reason, 500, { message: 'Use at most 500 characters.' });
}
