import { MailRenderer } from '../platform/mail/mail-renderer';
import {
  type LineSnapshot,
  type OrderNews,
  type OrderSnapshot,
  orderView,
} from './domain/order-view';
import { samplesOf } from './domain/samples';
import { type TemplateName, templateNames } from './domain/template-names';
import { markupOf, wordingOf } from './domain/templates';

const HOME = 'https://halftone.example';
const renderer = new MailRenderer();

function write(template: TemplateName, view: Readonly<Record<string, unknown>>) {
  const common = { shop: 'Halftone', home: HOME, why: wordingOf(template).why };
  return renderer.render(markupOf(template), { unsubscribeUrl: null, ...common, ...view });
}

const order: OrderSnapshot = {
  number: 'HT-1001',
  trackingToken: 'secret-of-the-page',
  currencyCode: 'GBP',
  placedAt: new Date('2026-11-20T23:30:00Z'),
  paymentStatus: 'PAID',
  shippingAddress: {
    name: 'Sam Shopper',
    line1: '1 High Street',
    city: 'London',
    postcode: 'N1 1AA',
    countryCode: 'GB',
  },
  shippingMethodName: 'Standard delivery',
  paymentMethodName: 'Card',
  subtotalMinor: 123_450n,
  discountsMinor: 3_450n,
  shippingMinor: 500n,
  taxMinor: 20_083n,
  totalMinor: 120_500n,
};
const lines: readonly LineSnapshot[] = [
  {
    id: 'a',
    productTitle: 'Poster',
    variationTitle: 'A2',
    quantity: 2,
    unitPriceMinor: 60_000n,
    image: { url: '/media/poster.png', alt: 'A poster of dots' },
  },
  {
    id: 'b',
    productTitle: 'Mug',
    variationTitle: 'Default',
    quantity: 3,
    unitPriceMinor: 1_150n,
    image: null,
  },
];

function aboutOrder(
  template: TemplateName,
  { news = {}, changes = {} }: { news?: OrderNews; changes?: Partial<OrderSnapshot> } = {},
) {
  return write(template, orderView({ ...order, ...changes }, lines, news, HOME));
}

describe('messages', () => {
  it.each(templateNames.flatMap((name) => samplesOf(name).map((sample) => ({ name, sample }))))(
    '$name ($sample.name) fill every place, in HTML and in plain text',
    async ({ name, sample }) => {
      const mail = await write(name, sample.view(HOME));

      expect(mail.subject).not.toBe('');
      for (const text of [mail.subject, mail.html, mail.text]) {
        expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
      }
      expect(mail.html).toContain('Halftone');
      expect(mail.text).toContain(HOME);
      expect(mail.text).not.toMatch(/<[a-z/]|&[a-z]+;/i);
    },
  );

  it('know a light and a dark paper', async () => {
    const { html } = await aboutOrder('ORDER_PLACED');

    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('tell an order as it was sold: goods, sums, where it goes and its page', async () => {
    const { subject, html, text } = await aboutOrder('ORDER_PLACED');

    expect(subject).toBe('Your order HT-1001');
    for (const told of ['2 x Poster, A2: £1,200.00', '3 x Mug: £34.50', 'Subtotal: £1,234.50']) {
      expect(text).toContain(told);
    }
    expect(text).toContain('Discounts: −£34.50');
    expect(text).toContain('Delivery: £5.00');
    expect(text).toContain('Total: £1,205.00');
    expect(text).toContain('Of which tax: £200.83');
    expect(text).toContain(
      '  London, United Kingdom'.replace(', ', '\n  ').replace('  London', '  N1 1AA London'),
    );
    expect(text).toContain(`${HOME}/track/secret-of-the-page`);
    expect(html).toContain(`href="${HOME}/track/secret-of-the-page"`);
    expect(html).toContain(`src="${HOME}/media/poster.png?w=160"`);
    expect(html).toContain('alt="A poster of dots"');
    expect(text).toContain('20 November 2026');
  });

  it('add the tax up where prices come without it', async () => {
    const { text } = await aboutOrder('ORDER_PLACED', { changes: { totalMinor: 140_583n } });

    expect(text).toMatch(/Tax: £200\.83\n[\s\S]*Total: £1,405\.83/);
    expect(text).not.toContain('Of which');
  });

  it.each([
    ['JPY', 1_250n, '¥1,250'],
    ['KWD', 1_250n, 'KWD 1.250'],
    ['EUR', 9_007_199_254_740_993n, '€90,071,992,547,409.93'],
  ])('write amounts of %s exactly', async (currencyCode, totalMinor, shown) => {
    const { text } = await aboutOrder('ORDER_PAID', { changes: { currencyCode, totalMinor } });

    expect(text.replaceAll('\u00a0', ' ')).toContain(shown);
  });

  it('tell what gift cards paid and what is left', async () => {
    const cards = [{ last4: 'WN2E', amountMinor: '100000' }];
    const part = await aboutOrder('ORDER_PLACED', {
      changes: { giftCards: cards, paymentStatus: 'PENDING' },
    });
    const paid = await aboutOrder('ORDER_PAID', { changes: { giftCards: cards } });

    expect(part.text).toContain('Gift card …WN2E: −£1,000.00\nLeft to pay: £205.00');
    expect(part.text).toContain('your payment of £205.00');
    expect(paid.text).toContain('£205.00 for order HT-1001 has arrived');
  });

  it('ask for the money only while it has not come', async () => {
    const unpaid = await aboutOrder('ORDER_PLACED', { changes: { paymentStatus: 'PENDING' } });
    const paid = await aboutOrder('ORDER_PLACED');

    expect(unpaid.text).toContain('As soon as your payment of £1,205.00');
    expect(paid.text).not.toContain('As soon as your payment');
  });

  it('say what a bundle consists of', async () => {
    const bundle = {
      ...lines[1],
      productTitle: 'Gift set',
      parts: [
        { productTitle: 'Mug', variationTitle: 'Default', quantity: 2 },
        { productTitle: 'Card', variationTitle: 'Blue', quantity: 1 },
      ],
    } as LineSnapshot;
    const { text, html } = await write('ORDER_PLACED', orderView(order, [bundle], {}, HOME));

    expect(text).toContain('3 x Gift set: £34.50\n    2 × Mug\n    1 × Card, Blue\n');
    expect(html).toContain('1 × Card, Blue');
  });

  it('name only what is in the parcel, and how to follow it', async () => {
    const { text, html } = await aboutOrder('ORDER_SHIPPED', {
      news: {
        carrier: 'Royal Mail',
        trackingNumber: 'RM1',
        trackingUrl: 'https://track.example/RM1',
        lines: [{ lineId: 'b', quantity: 1 }],
      },
    });

    expect(text).toContain('1 x Mug');
    expect(text).not.toContain('Poster');
    expect(text).toContain('Royal Mail');
    expect(text).toContain('Number RM1');
    expect(html).toContain('href="https://track.example/RM1"');
  });

  it('never carry a link that does something else than opening a page', async () => {
    const { html, text } = await aboutOrder('ORDER_SHIPPED', {
      news: { carrier: 'Post', trackingUrl: 'javascript:alert(1)' },
    });

    expect(html + text).not.toContain('javascript:');
  });

  it('show what people wrote as text, whatever they wrote', async () => {
    const evil = `<img src=x onerror="alert('1')">{{number}} & "co"`;
    const { html, text } = await aboutOrder('ORDER_CANCELLED', {
      news: { note: evil },
      changes: { number: `"><script>alert(1)</script>` },
    });

    expect(html).not.toMatch(/<script|<img src=x/);
    expect(html).toContain(
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;{{number}} &amp; &quot;co&quot;',
    );
    expect(text).toContain(evil);
  });

  it('keep a subject on one line', async () => {
    const { subject } = await aboutOrder('ORDER_PLACED', {
      changes: { number: 'HT-1\r\nBcc: everybody@example.com' },
    });

    expect(subject).toBe('Your order HT-1 Bcc: everybody@example.com');
  });

  it('say what goes back and that it does only when money was paid', async () => {
    const part = await aboutOrder('ORDER_REFUNDED', { news: { amount: '13.00' } });
    const all = await aboutOrder('ORDER_CANCELLED', { changes: { paymentStatus: 'REFUNDED' } });
    const unpaid = await aboutOrder('ORDER_CANCELLED', { changes: { paymentStatus: 'VOIDED' } });

    expect(part.text).toContain('£13.00 goes back');
    expect(all.text).toContain('What you paid goes back');
    expect(unpaid.text).not.toContain('goes back');
  });
});
