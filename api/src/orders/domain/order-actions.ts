import { type ActionBlock, block, endOf } from './action-block';
import { cancelLinesBlock } from './cancellation';
import type { FreeUnits } from './line-units';
import type { OrderBook } from './order-book';
import { editBlock } from './order-edit';
import type { OrderParty } from './order-state';
import { fulfilBlock } from './parcels';
import { refundBlock } from './refunds';
import { returnBlock } from './return-rules';

/** What can be done with parts of an order. */
export const orderPartActions = [
  'FULFIL',
  'CANCEL_LINES',
  'REFUND_PART',
  'REQUEST_RETURN',
  'EXCHANGE',
  'EDIT',
  'ADD_NOTE',
  'CAPTURE_PAYMENT',
] as const;
export type OrderPartAction = (typeof orderPartActions)[number];

const forShoppers: readonly OrderPartAction[] = ['CANCEL_LINES', 'REQUEST_RETURN'];

/** What stands in the way of an action on parts of an order; undefined when nothing does. */
export function partBlockOf(
  book: OrderBook,
  action: OrderPartAction,
  party: OrderParty,
  returnable: FreeUnits,
): ActionBlock | undefined {
  if (party === 'shopper' && !forShoppers.includes(action)) {
    return block('STAFF_ONLY', 'Only the shop can do this.');
  }
  switch (action) {
    case 'FULFIL':
      return fulfilBlock(book);
    case 'CANCEL_LINES':
      return cancelLinesBlock(book, party);
    case 'REFUND_PART':
      return refundBlock(book);
    case 'REQUEST_RETURN':
    case 'EXCHANGE':
      return endOf(book.state.status) ?? returnBlock(book, returnable);
    case 'EDIT':
      return editBlock(book);
    case 'ADD_NOTE':
      return undefined;
    case 'CAPTURE_PAYMENT':
      return captureBlock(book);
  }
}

function captureBlock({ state }: OrderBook): ActionBlock | undefined {
  if (state.paymentStatus === 'AUTHORIZED') return endOf(state.status);
  return endOf(state.status) ?? block('NOT_PAID', 'No provider holds money for this order.');
}
