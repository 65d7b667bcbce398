import { applyEach, email, maxLength, type SchemaPathTree } from '@angular/forms/signals';

import { wholeNumberRule } from '../../shared/form/rules';
import type { ChosenPart } from '../../shared/goods/parts-form';
import type { OrderEditPreviewInput } from '../../shared/graphql/types.generated';
import { lineTitle } from './line-units';
import type { StaffOrderFragment } from './order-fragments.generated';

/** A line of an order that may get more or fewer units. */
export interface LineDraft {
  readonly lineId: string;
  readonly title: string;
  /** What one unit consists of, for people; empty for what is no bundle. */
  readonly parts: readonly string[];
  readonly before: string;
  readonly quantity: string;
}

/** Goods that are sold in addition. */
export interface AddedDraft {
  readonly productId: string;
  readonly variationId: string;
  readonly title: string;
  readonly quantity: string;
  /** What one unit consists of; null for what is no bundle. */
  readonly parts: readonly ChosenPart[] | null;
}

/** An order that was placed, as it is edited. */
export interface OrderEditDraft {
  readonly lines: readonly LineDraft[];
  readonly added: readonly AddedDraft[];
  readonly email: string;
  readonly note: string;
}

/** An order, ready to be edited: units that were cancelled no longer count. */
export function toOrderEditDraft({ lines, email: address }: StaffOrderFragment): OrderEditDraft {
  return {
    lines: lines
      .filter((line) => line.quantity > line.cancelledQuantity)
      .map((line) => {
        const left = String(line.quantity - line.cancelledQuantity);
        const parts = line.parts.map((part) => `${part.quantity} × ${lineTitle(part)}`);
        return { lineId: line.id, title: lineTitle(line), parts, before: left, quantity: left };
      }),
    added: [],
    email: address,
    note: '',
  };
}

/** What a draft changes; undefined while it changes nothing that costs, or cannot be said. */
export function editTerms(
  { lines, added, email: address }: OrderEditDraft,
  order: Pick<StaffOrderFragment, 'id' | 'email'>,
): OrderEditPreviewInput | undefined {
  if (!lines.every(isCountable) || !added.every(isCountable)) return undefined;
  const quantities = lines
    .filter(({ before, quantity }) => Number(quantity) !== Number(before))
    .map(({ lineId, quantity }) => ({ lineId, quantity: Number(quantity) }));
  const sold = addedInput(added);
  const isElsewhere = address.trim() !== order.email;
  if (quantities.length === 0 && sold.length === 0 && !isElsewhere) return undefined;
  return {
    orderId: order.id,
    ...(quantities.length > 0 && { quantities }),
    ...(sold.length > 0 && { added: sold }),
    ...(isElsewhere && { email: address.trim() }),
  };
}

/** What is sold in addition, as it is sent. */
export function addedInput(added: readonly AddedDraft[]) {
  return added.map(({ variationId, quantity, parts }) => ({
    variationId,
    quantity: Number(quantity),
    ...(parts && { parts: parts.map(toPartInput) }),
  }));
}

function toPartInput({ choiceId, variationId, quantity }: ChosenPart) {
  return { choiceId, variationId, quantity };
}

/** Whether it is a number of units, so that it can be said what they cost. */
export function isCountable({ quantity }: { readonly quantity: string }): boolean {
  return /^\d+$/.test(quantity.trim());
}

/** What must be right before an order is changed. */
export function orderEditRules(path: SchemaPathTree<OrderEditDraft>): void {
  applyEach(path.lines, (line) => wholeNumberRule(line.quantity, 0, 10_000));
  applyEach(path.added, (line) => wholeNumberRule(line.quantity, 1, 10_000));
  email(path.email, { message: 'This is no e-mail address.' });
  maxLength(path.note, 500, { message: 'Use at most 500 characters.' });
}
