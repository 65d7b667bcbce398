import {
  goodsOf,
  type LineSnapshot,
  type OrderNews,
  type OrderSnapshot,
  orderView,
} from './order-view';
import type { TemplateName } from './template-names';

/** Made-up values with which a kind of message can be looked at. */
export interface MailSample {
  readonly name: string;
  readonly title: string;
  readonly view: (home: string) => Readonly<Record<string, unknown>>;
}

const order: OrderSnapshot = {
  number: 'HT-1042',
  trackingToken: 'sample',
  currencyCode: 'GBP',
  placedAt: new Date('2026-11-20T10:15:00Z'),
  paymentStatus: 'PAID',
  shippingAddress: {
    name: 'Sam Shopper',
    line1: '1 High Street',
    line2: 'Flat 4',
    city: 'London',
    postcode: 'N1 1AA',
    countryCode: 'GB',
  },
  shippingMethodName: 'Standard delivery',
  paymentMethodName: 'Card',
  subtotalMinor: 7_100n,
  discountsMinor: 710n,
  shippingMinor: 450n,
  taxMinor: 1_140n,
  totalMinor: 6_840n,
};

const lines: readonly LineSnapshot[] = [
  {
    id: '1',
    productTitle: 'Moiré poster',
    variationTitle: 'A2, black frame',
    quantity: 1,
    unitPriceMinor: 4_500n,
    image: null,
  },
  {
    id: '2',
    productTitle: 'Sunburst mug',
    variationTitle: 'Default',
    quantity: 2,
    unitPriceMinor: 1_300n,
    image: null,
  },
];

function ofOrder(
  name: string,
  title: string,
  news: OrderNews = {},
  changes: Partial<OrderSnapshot> = {},
): MailSample {
  return { name, title, view: (home) => orderView({ ...order, ...changes }, lines, news, home) };
}

const note = 'The frame came damaged from the printer, so it takes two days more.';
const concerned = [{ lineId: '2', quantity: 1 }];
const returned = ofOrder('some', 'One of two mugs', { lines: concerned });

const samples: Readonly<Record<TemplateName, readonly MailSample[]>> = {
  ORDER_PLACED: [
    ofOrder('paid', 'Paid by card'),
    ofOrder(
      'gift-card',
      'Partly paid by gift card',
      {},
      { giftCards: [{ last4: 'WN2E', amountMinor: '2500' }] },
    ),
    ofOrder(
      'unpaid',
      'To be paid by transfer',
      {},
      {
        paymentStatus: 'PENDING',
        paymentMethodName: 'Bank transfer',
      },
    ),
  ],
  ORDER_PAID: [ofOrder('paid', 'Paid by transfer')],
  ORDER_SHIPPED: [
    ofOrder('parcel', 'One parcel of several', {
      carrier: 'Royal Mail',
      trackingNumber: 'RM 1234 5678 9GB',
      trackingUrl: 'https://www.example.com/track/RM123456789GB',
      lines: concerned,
    }),
    ofOrder('plain', 'Everything, without a number'),
  ],
  ORDER_DELIVERED: [ofOrder('all', 'Everything')],
  ORDER_CANCELLED: [
    ofOrder('unpaid', 'Before it was paid', {}, { paymentStatus: 'VOIDED' }),
    ofOrder('paid', 'After it was paid, with a reason', { note }, { paymentStatus: 'REFUNDED' }),
  ],
  ORDER_LINES_CANCELLED: [
    ofOrder('some', 'One of two mugs', { lines: concerned, amount: '13.00', note }),
  ],
  ORDER_REFUNDED: [
    ofOrder('part', 'Some of it', { amount: '13.00', note }),
    ofOrder('all', 'All of it', {}, { paymentStatus: 'REFUNDED' }),
  ],
  ORDER_CHANGED: [ofOrder('changed', 'With a note', { note })],
  ORDER_NOTE: [ofOrder('note', 'A note', { note })],
  RETURN_REQUESTED: [returned],
  RETURN_APPROVED: [
    ofOrder('label', 'With a note', {
      lines: concerned,
      note: 'Please use the label in the parcel.',
    }),
  ],
  RETURN_REJECTED: [
    ofOrder('late', 'With a reason', { lines: concerned, note: 'It was used already.' }),
  ],
  RETURN_RECEIVED: [returned],
  RETURN_REFUNDED: [ofOrder('some', 'One of two mugs', { lines: concerned, amount: '13.00' })],
  PAYMENT_RETURNED: [
    {
      name: 'card',
      title: 'Paid by card',
      view: () => ({ amount: '£68.40', note: 'What you wanted was sold out meanwhile.' }),
    },
  ],
  GIFT_CARD: [
    {
      name: 'gift',
      title: 'From somebody, with a greeting',
      view: () => ({
        amount: '£50.00',
        sender: 'Alex',
        note: 'Happy birthday!\nBuy something loud.',
        giftCode: 'HALF-TONE-GIFT-2026',
        expiresOn: '20 November 2028',
      }),
    },
  ],
  BACK_IN_STOCK: [
    {
      name: 'one',
      title: 'A poster',
      view: (home) => ({
        product: 'Moiré poster',
        productPage: `${home}/products/moire-poster`,
        lines: lines.slice(0, 1).map((line) => goodsOf(line, home)),
      }),
    },
  ],
  CART_RECOVERY: [
    {
      name: 'cart',
      title: 'Two items',
      view: (home) => ({
        cartPage: `${home}/cart/restore?token=sample`,
        lines: orderView(order, lines, {}, home).lines,
        sums: [{ label: 'Total', amount: '£71.00', isTotal: true }],
        unsubscribeUrl: `${home}/unsubscribe?token=sample`,
      }),
    },
  ],
};

/** The samples of a kind of message; every kind has at least one. */
export function samplesOf(name: TemplateName): readonly MailSample[] {
  return samples[name];
}
