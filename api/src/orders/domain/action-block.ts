import type { OrderStatus } from './order-status';

/** What stands in the way of an action: a code for programs, a sentence for people. */
export interface ActionBlock {
  readonly code: ActionBlockCode;
  readonly message: string;
}

export const actionBlockCodes = [
  'STAFF_ONLY',
  'ORDER_CANCELLED',
  'ORDER_REFUNDED',
  'TOO_EARLY',
  'TOO_LATE',
  'NOT_PAID',
  'ALREADY_PAID',
  'HELD_BY_PROVIDER',
  'PARTLY_SENT',
  'NOTHING_LEFT',
] as const;
export type ActionBlockCode = (typeof actionBlockCodes)[number];

/** Makes a block. */
export function block(code: ActionBlockCode, message: string): ActionBlock {
  return { code, message };
}

/** What an order that has ended refuses. */
export function endOf(status: OrderStatus): ActionBlock | undefined {
  if (status === 'CANCELLED') return block('ORDER_CANCELLED', 'The order is cancelled.');
  if (status === 'REFUNDED') return block('ORDER_REFUNDED', 'The order is refunded.');
  return undefined;
}
