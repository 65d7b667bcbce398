import {
  createTestApp,
  type GraphqlClient,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { textOfPdf } from './testing/pdf-text';

describe('the papers of an order', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let shopper: Shopper;
  let order: { id: string; number: string; trackingToken: string };

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const { MUG: mug = '' } = await stockProducts(test, { sku: 'MUG', priceMinor: 1_250 });
    shopper = new Shopper(test);
    order = await shopper.buy(mug, 2);
  });
  afterAll(() => test.close());

  const open = (url: string) => test.app.http.inject({ method: 'GET', url: new URL(url).pathname });
  const invoiceUrl = async (): Promise<string> =>
    (
      await shopper.client.data<{ order: { invoiceUrl: string } }>(
        'query ($t: String) { order(trackingToken: $t) { invoiceUrl } }',
        { t: order.trackingToken },
      )
    ).order.invoiceUrl;

  it('are an invoice for whoever may see the order', async () => {
    const answer = await open(await invoiceUrl());

    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(answer.headers['content-disposition']).toBe(
      `inline; filename="invoice-${order.number}.pdf"`,
    );
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const [text] = await textOfPdf(answer.rawPayload);
    for (const said of [`Invoice ${order.number}`, 'Sam Shopper', 'MUG', '£12.50', '£29.50']) {
      expect(text).toContain(said);
    }
  });

  it('are a packing slip for staff, of which the public contract knows nothing', async () => {
    const { order: seen } = await staff.data<{ order: { packingSlipUrl: string } }>(
      'query ($id: ID) { order(id: $id) { packingSlipUrl } }',
      { id: order.id },
    );
    const [text] = await textOfPdf((await open(seen.packingSlipUrl)).rawPayload);
    expect(text).toContain(`Packing slip ${order.number}`);

    const { errors } = await shopper.client.send('{ order { packingSlipUrl } }');
    expect(errors?.[0]?.message).toContain('Cannot query field "packingSlipUrl"');
  });

  it('are printed one after the other, and not without end', async () => {
    const url = await invoiceUrl();

    const answers = await Promise.all(Array.from({ length: 60 }, () => open(url)));

    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(51);
    expect(statuses.filter((status) => status === 503)).toHaveLength(9);
  });

  it('open for a quarter of an hour, and by no address that was not given out', async () => {
    const url = await invoiceUrl();
    const [body, signature] = (url.split('/').at(-1) ?? '').split('.');
    const forged = Buffer.from(JSON.stringify(['invoice', order.id, '9999999999999'])).toString(
      'base64url',
    );
    for (const token of [`${forged}.${signature}`, `${body}.`, 'nothing', '%2e%2e']) {
      expect((await open(`http://shop/documents/${token}`)).statusCode).toBe(404);
    }

    test.clock.advance(14 * 60);
    expect((await open(url)).statusCode).toBe(200);
    test.clock.advance(2 * 60);
    expect((await open(url)).statusCode).toBe(404);
    expect((await open(await invoiceUrl())).statusCode).toBe(200);
  });
});
