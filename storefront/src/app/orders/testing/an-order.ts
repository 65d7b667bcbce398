import type {
  OrderDetailsFragment,
  OrderEventPartsFragment,
} from '../data/order-fragments.generated';

const money = (amount: string) => ({ amount, currencyCode: 'GBP' });

const cost = {
  subtotal: money('24.00'),
  discounts: money('0.00'),
  shipping: money('4.50'),
  tax: money('4.75'),
  total: money('28.50'),
};

/** An event of an order; give only what matters. */
export function anEvent(given: Partial<OrderEventPartsFragment> = {}): OrderEventPartsFragment {
  const sequence = given.sequence ?? 1;
  return {
    cursor: `cursor-${sequence}`,
    sequence,
    type: 'PLACED',
    occurredAt: '2026-11-20T09:30:00.000Z',
    status: 'PENDING',
    paymentStatus: 'PENDING',
    fulfilmentStatus: 'UNFULFILLED',
    note: null,
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    lines: [],
    amount: null,
    ...given,
  };
}

/** An order of one poster; give only what matters. */
export function anOrder(given: Partial<OrderDetailsFragment> = {}): OrderDetailsFragment {
  return {
    id: 'order-1',
    number: 'HT-1001',
    version: 1,
    status: 'PENDING',
    paymentStatus: 'PENDING',
    fulfilmentStatus: 'UNFULFILLED',
    email: 'ada@example.com',
    placedAt: '2026-11-20T09:30:00.000Z',
    trackingToken: 'token-1',
    shippingMethodName: 'Standard delivery',
    paymentMethodName: 'Pay by bank transfer',
    cost: {
      ...cost,
      taxLines: [{ name: 'VAT', percent: '20', amount: money('4.75') }],
    },
    promotions: [],
    shippingAddress: {
      name: 'Ada Lovelace',
      company: null,
      line1: '12 St James Square',
      line2: null,
      city: 'London',
      region: null,
      postcode: 'SW1Y 4JH',
      countryCode: 'GB',
      phone: null,
    },
    giftCards: [],
    due: cost.total,
    balance: { captured: money('0.00'), due: cost.total, cancelled: money('0.00') },
    refunds: [],
    returns: [],
    parcels: [],
    lines: [
      {
        id: 'line-1',
        productTitle: 'Halftone Moon',
        variationTitle: 'A2 / Black frame',
        sku: 'MOON-A2-BLK',
        quantity: 1,
        cancelledQuantity: 0,
        packedQuantity: 0,
        returnedQuantity: 0,
        returnableQuantity: 0,
        parts: [],
        unitPrice: money('24.00'),
        cost,
        image: null,
        product: { id: 'product-1', slug: 'halftone-moon' },
      },
    ],
    events: [anEvent()],
    availableActions: [],
    ...given,
  };
}

/** The order as the API answers it, with the type names that the cache files it under. */
export function asAnswered(order: OrderDetailsFragment): object {
  return {
    __typename: 'Order',
    ...order,
    lines: order.lines.map((line) => ({
      __typename: 'OrderLine',
      ...line,
      product: line.product && { __typename: 'Product', ...line.product },
    })),
    events: order.events.map((event) => ({ __typename: 'OrderEvent', ...event })),
  };
}
