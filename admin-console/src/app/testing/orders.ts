import type { StaffOrderFragment } from '../orders/data/order-fragments.generated';
import type { OrderAction } from '../shared/graphql/types.generated';

const money = (amount: string) => ({ __typename: 'Money', amount, currencyCode: 'GBP' });

/** An order as the graph gives it, of which a test states only what matters. */
export function anOrder(
  given: Partial<StaffOrderFragment> & { readonly actions?: readonly OrderAction[] } = {},
) {
  const { actions = ['CONFIRM', 'CANCEL'], ...fields } = given;
  return {
    __typename: 'Order',
    id: 'o1',
    number: 'HT-1001',
    version: 1,
    status: 'PENDING',
    paymentStatus: 'PENDING',
    fulfilmentStatus: 'UNFULFILLED',
    email: 'maya@example.com',
    placedAt: '2026-11-20T09:30:00.000Z',
    shippingMethodName: 'Standard',
    paymentMethodName: 'Bank transfer',
    trackingToken: 't',
    cost: {
      __typename: 'Cost',
      subtotal: money('20.00'),
      discounts: money('0.00'),
      shipping: money('4.00'),
      tax: money('4.00'),
      total: money('24.00'),
    },
    shippingAddress: {
      __typename: 'Address',
      name: 'Maya Lindqvist',
      company: null,
      line1: '1 Mill Lane',
      line2: null,
      city: 'London',
      region: null,
      postcode: 'E1 6AN',
      countryCode: 'GB',
      phone: null,
    },
    shipment: null,
    lines: [
      {
        __typename: 'OrderLine',
        id: 'l1',
        productTitle: 'Dot Matrix Poster',
        variationTitle: 'A2',
        sku: 'HT-DOT-A2',
        quantity: 1,
        cancelledQuantity: 0,
        packedQuantity: 0,
        refundedQuantity: 0,
        returnedQuantity: 0,
        returnableQuantity: 0,
        parts: [],
        unitPrice: money('20.00'),
        cost: { __typename: 'Cost', total: money('20.00') },
        image: null,
      },
    ],
    availableActions: actions.map((action) => ({
      __typename: 'AvailableOrderAction',
      action,
      available: true,
      blockedBy: null,
    })),
    promotions: [],
    parcels: [],
    returns: [],
    notes: [],
    balance: aBalance(),
    giftCards: [],
    payments: [],
    refunds: [],
    events: [anEvent(1, 'PLACED')],
    ...fields,
  };
}

/** Who owes whom what, of which a test states only what matters. */
export function aBalance(given: Partial<StaffOrderFragment['balance']> = {}) {
  return {
    __typename: 'OrderBalance' as const,
    owed: money('24.00'),
    captured: money('0.00'),
    refunded: money('0.00'),
    refundable: money('0.00'),
    due: money('24.00'),
    overpaid: money('0.00'),
    cancelled: money('0.00'),
    ...given,
  };
}

/** One entry of an order's log. */
export function anEvent(sequence: number, type: StaffOrderFragment['events'][number]['type']) {
  return {
    __typename: 'OrderEvent' as const,
    cursor: `c${sequence}`,
    sequence,
    type,
    occurredAt: '2026-11-20T09:30:00.000Z',
    status: 'PENDING' as const,
    note: null,
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    amount: null,
    actor: null,
  };
}

/** A page of orders, all there are. */
export function aPageOf(...nodes: readonly object[]) {
  return {
    orders: {
      __typename: 'OrderConnection',
      nodes,
      totalCount: nodes.length,
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: false,
        hasPreviousPage: false,
        startCursor: null,
        endCursor: null,
      },
    },
  };
}
