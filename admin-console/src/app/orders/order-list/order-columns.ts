import type { GridPaging } from '../../shared/ui/data-grid/data-grid';
import type { GridColumn } from '../../shared/ui/data-grid/grid-column';
import type { OrderRowFragment } from '../data/order-fragments.generated';
import { orderListParams, type OrderListState } from '../data/order-list-state';

/** The columns of the order list. */
export const orderColumns: readonly GridColumn[] = [
  { id: 'number', header: 'Order', compact: 'lead', width: '110px' },
  { id: 'placed', header: 'Placed', compact: 'lead', width: '126px' },
  { id: 'customer', header: 'Customer', compact: 'below' },
  { id: 'status', header: 'Status', compact: 'inline', width: '122px' },
  { id: 'payment', header: 'Payment', compact: 'inline', width: '108px' },
  { id: 'fulfilment', header: 'Fulfilment', compact: 'inline', width: '122px' },
  { id: 'total', header: 'Total', compact: 'trail', align: 'end', width: '118px' },
];

interface OrdersPage {
  readonly nodes: readonly unknown[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** What identifies a row to tests and tools. */
export function orderRowAttributes(order: OrderRowFragment): Readonly<Record<string, string>> {
  return { 'data-testid': 'order-row', 'data-order-number': order.number };
}

/** The way to the pages around a page of orders. */
export function orderPaging(
  page: OrdersPage | undefined,
  { view, search }: OrderListState,
): GridPaging | undefined {
  if (!page || page.nodes.length === 0) return undefined;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
  const shown = page.nodes.length;
  return {
    previous:
      hasPreviousPage && startCursor
        ? orderListParams({ view, search, before: startCursor })
        : undefined,
    next:
      hasNextPage && endCursor ? orderListParams({ view, search, after: endCursor }) : undefined,
    summary:
      shown === page.totalCount
        ? `${shown} ${shown === 1 ? 'order' : 'orders'}`
        : `${shown} of ${page.totalCount.toLocaleString('en-GB')} orders`,
  };
}
