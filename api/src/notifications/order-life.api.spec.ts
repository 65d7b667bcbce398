import { createTestApp, OrderDesk, signInStaff, stockProducts, type TestApp } from '../testing';
import { tellEverything } from './testing/tell-everything';

interface Mail {
  readonly template: string;
  readonly text: string;
}

describe('mails about the life of an order', () => {
  let test: TestApp;
  let desk: OrderDesk;
  let poster: string;
  let mug: string;

  beforeAll(async () => {
    test = await createTestApp();
    desk = new OrderDesk(test, await signInStaff(test));
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 2_000 },
      { sku: 'MUG', priceMinor: 500 },
    );
    poster = ids['POSTER'] ?? '';
    mug = ids['MUG'] ?? '';
  });
  afterAll(() => test.close());

  const mailsOf = async (orderId: string): Promise<Mail[]> => {
    await tellEverything(test);
    return test.sql<Mail>(
      'SELECT template, plain_text AS text FROM message WHERE order_id = $1 ORDER BY id',
      [orderId],
    );
  };
  const textOf = async (orderId: string, template: string): Promise<string> =>
    (await mailsOf(orderId)).find((mail) => mail.template === template)?.text ?? '';

  it('tell of each parcel what is in it and how to follow it', async () => {
    const { id: orderId, lines } = await desk.processing({ [poster]: 2, [mug]: 1 });
    const lineOf = (sku: string) => lines.find((line) => line.sku === sku)?.id;
    await desk.done('orderFulfil', {
      orderId,
      lines: [{ lineId: lineOf('POSTER'), quantity: 1 }],
      carrier: 'Royal Mail',
      trackingNumber: 'RM-1',
      trackingUrl: 'https://track.example/RM-1',
    });
    const { parcels } = await desk.done('orderFulfil', { orderId, isSent: false });
    const second = parcels.find(({ status }) => status === 'PREPARED');
    await desk.done('parcelSend', { parcelId: second?.id });
    await desk.done('parcelDeliver', { parcelId: second?.id });

    const mails = await mailsOf(orderId);
    const sent = mails.filter(({ template }) => template === 'ORDER_SHIPPED');
    expect(sent).toHaveLength(2);
    expect(sent[0]?.text).toContain('https://track.example/RM-1');
    expect(sent[0]?.text).toContain('1 x Product POSTER');
    expect(sent[0]?.text).not.toContain('MUG');
    expect(sent[1]?.text).toContain('1 x Product POSTER');
    expect(sent[1]?.text).toContain('1 x Product MUG');
    expect(mails.filter(({ template }) => template === 'ORDER_DELIVERED')).toHaveLength(1);
  });

  it('tell what was cancelled of it and what goes back', async () => {
    const { id: orderId, lines } = await desk.processing({ [poster]: 2 });
    await desk.done('orderLinesCancel', {
      orderId,
      lines: [{ lineId: lines[0]?.id, quantity: 1 }],
      reason: 'Sold out at the printer',
    });

    const text = await textOf(orderId, 'ORDER_LINES_CANCELLED');
    expect(text).toContain('1 x Product POSTER');
    expect(text).toContain('Sold out at the printer');
    expect(text).toContain('£20.00 goes back');
  });

  it('tell of a refund of some of it', async () => {
    const { id: orderId } = await desk.delivered({ [poster]: 1 });
    await desk.done('orderRefund', {
      orderId,
      amount: { amount: '7.50', currencyCode: 'GBP' },
      reason: 'A scratch',
    });

    const text = await textOf(orderId, 'ORDER_REFUNDED');
    expect(text).toContain('£7.50 goes back');
    expect(text).toContain('A scratch');
  });

  it('follow a return, and tell of its refund once', async () => {
    const { id: orderId, lines } = await desk.delivered({ [poster]: 1, [mug]: 2 });
    const lineId = lines.find(({ sku }) => sku === 'MUG')?.id;
    const asked = await desk.act('returnRequest', {
      orderId,
      lines: [{ lineId, quantity: 1, reason: 'NOT_WANTED' }],
    });
    const returnId = asked.orderReturn?.id;
    await desk.done('returnApprove', { returnId, answer: 'Please use the label.' });
    await desk.done('returnReceive', {
      returnId,
      lines: [{ lineId, condition: 'AS_NEW', restock: true }],
    });
    await desk.done('returnRefund', { returnId });

    const mails = await mailsOf(orderId);
    const steps = mails.filter(({ template }) => /RETURN|REFUND/.test(template));
    expect(steps.map(({ template }) => template)).toEqual([
      'RETURN_REQUESTED',
      'RETURN_APPROVED',
      'RETURN_RECEIVED',
      'RETURN_REFUNDED',
    ]);
    expect(steps[0]?.text).toContain('1 x Product MUG');
    expect(steps[1]?.text).toContain('Please use the label.');
    expect(steps[3]?.text).toContain('£5.00 goes back');
  });

  it('pass on what staff write to the shopper, and not what they write to each other', async () => {
    const { id: orderId } = await desk.bought({ [mug]: 1 });
    await desk.done('orderNoteAdd', { orderId, text: 'Between us', isInternal: true });
    await desk.done('orderNoteAdd', { orderId, text: 'Your mug is drying', isInternal: false });

    const notes = (await mailsOf(orderId)).filter(({ template }) => template === 'ORDER_NOTE');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toContain('Your mug is drying');
  });
});
