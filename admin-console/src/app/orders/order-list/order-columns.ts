import type { GridColumn } from '../../shared/ui/data-grid/grid-column';
import type { OrderRowFragment } from '../data/order-fragments.generated';

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

/** What identifies a row to tests and tools. */
export function orderRowAttributes(order: OrderRowFragment): Readonly<Record<string, string>> {
  return { 'data-testid': 'order-row', 'data-order-number': order.number };
}
