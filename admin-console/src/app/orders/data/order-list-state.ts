import type { Params } from '@angular/router';

import type { OrderWhere } from '../../shared/graphql/types.generated';
import { type ListPosition, pageVariables } from '../../shared/list/list-resource';
import type { OrderListQueryVariables } from './order-list.generated';

/** A named cut through all orders, shown as a tab. */
export interface OrderView {
  readonly id: string;
  readonly label: string;
  readonly where: OrderWhere;
}

export const orderViews = [
  { id: 'all', label: 'All', where: {} },
  {
    id: 'unfulfilled',
    label: 'Unfulfilled',
    where: { statuses: ['PENDING', 'CONFIRMED', 'PROCESSING'] },
  },
  { id: 'unpaid', label: 'Unpaid', where: { paymentStatuses: ['PENDING'] } },
  { id: 'shipped', label: 'Shipped', where: { statuses: ['SHIPPED'] } },
  { id: 'delivered', label: 'Delivered', where: { statuses: ['DELIVERED'] } },
  {
    id: 'returns',
    label: 'Returns',
    where: { returnStatuses: ['REQUESTED', 'APPROVED', 'RECEIVED'] },
  },
  { id: 'closed', label: 'Cancelled', where: { statuses: ['CANCELLED', 'REFUNDED'] } },
] as const satisfies readonly OrderView[];

const allOrders: OrderView = orderViews[0];

/** What the address of the order list says. */
export interface OrderListState extends ListPosition {
  readonly view: OrderView;
  readonly search: string;
}

/** Reads the list's state from its address; unknown values count as none. */
export function orderListState(address: {
  readonly view?: string | undefined;
  readonly q?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}): OrderListState {
  return {
    view: orderViews.find(({ id }) => id === address.view) ?? allOrders,
    search: address.q?.trim() ?? '',
    after: address.after || undefined,
    before: address.after ? undefined : address.before || undefined,
  };
}

/** The address of a state, without what is the default. */
export function orderListParams(state: Partial<OrderListState>): Params {
  return {
    ...(state.view && state.view.id !== allOrders.id && { view: state.view.id }),
    ...(state.search && { q: state.search }),
    ...(state.after && { after: state.after }),
    ...(state.before && { before: state.before }),
  };
}

/** What a state narrows the list to. */
export function orderFilter({ view, search }: OrderListState): OrderListQueryVariables {
  const where = { ...view.where, ...(search && { query: search }) };
  return Object.keys(where).length > 0 ? { where } : {};
}

/** Whether the list shows the newest of all orders, the place where a new one appears by itself. */
export function isNewestOfAll(state: OrderListState): boolean {
  return state.view.id === allOrders.id && !state.search && !state.after && !state.before;
}

/** What the list of the newest orders asks for, wherever it is. */
export const newestOrdersVariables: OrderListQueryVariables = pageVariables({});
