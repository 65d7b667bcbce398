import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';

import { type HookPoint, onHook } from '../platform/hooks';
import { createSmtpTransport } from '../platform/mail/smtp-transport';
import {
  collectEverything,
  createTestApp,
  eventually,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { type MailServer, startMailServer } from './testing/mail-server';
import { tellEverything } from './testing/tell-everything';

interface Row {
  readonly status: string;
  readonly attempts: number;
  readonly last_error: string | null;
}

const FROM = 'shop@halftone.example';
/** Longer than a claim lasts. */
const CLAIM_SECONDS = 301;

describe('messages on their way through a mail server', () => {
  let server: MailServer;
  let test: TestApp;
  let variation: string;

  beforeEach(async () => {
    server = await startMailServer();
    test = await createTestApp({
      mail: { smtpUrl: server.url, from: FROM, cartReminderHours: 24 },
    });
    const ids = await stockProducts(test, { sku: 'PRINT' });
    variation = ids['PRINT'] ?? '';
  });
  afterEach(async () => {
    await test.close();
    await server.stop();
  });

  const buy = () => new Shopper(test).buy(variation);
  const rows = () => test.sql<Row>('SELECT status, attempts, last_error FROM message ORDER BY id');
  const restart = async (manners: Parameters<typeof startMailServer>[0] = {}): Promise<void> => {
    const { port } = server;
    await server.stop();
    server = await startMailServer({ ...manners, port });
  };

  it('arrive with sender, recipient, both forms and a name of their own', async () => {
    const order = await buy();
    await tellEverything(test);

    expect(await rows()).toEqual([{ status: 'SENT', attempts: 1, last_error: null }]);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: FROM, to: 'shopper@example.com' });
    expect(mail?.messageId).toMatch(/^<[\da-f-]{36}\.0@halftone\.example>$/);
    expect(mail?.source).toContain(`Subject: Your order ${order.number}`);
    expect(mail?.source).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
    expect(mail?.source).toContain('Auto-Submitted: auto-generated');
  });

  it('wait while the server is down, and lose nothing', async () => {
    const { port } = server;
    await server.stop();
    const orders = [await buy(), await buy(), await buy()];
    await tellEverything(test);

    const waiting = await rows();
    expect(waiting.map(({ status }) => status)).toEqual(['WAITING', 'WAITING', 'WAITING']);
    expect(waiting[0]?.last_error).toContain('ECONNREFUSED');

    server = await startMailServer({ port });
    test.clock.advance(16 * 60);
    await test.runJob('deliver-messages');

    expect(server.received).toHaveLength(orders.length);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(3);
    expect((await rows()).every(({ status }) => status === 'SENT')).toBe(true);
  });

  it('leave a server that is down alone for a moment, and try less often with time', async () => {
    await server.stop();
    await buy();
    await tellEverything(test);
    await test.runJob('deliver-messages');
    expect(await rows()).toMatchObject([{ attempts: 1 }]);

    const due = async () => {
      const [row] = await test.sql<{ due: Date }>('SELECT due_at AS due FROM message');
      return Math.round(((row?.due.getTime() ?? 0) - test.clock.now().getTime()) / 1_000);
    };
    const waits: number[] = [await due()];
    for (let tries = 0; tries < 3; tries += 1) {
      test.clock.advance((waits.at(-1) ?? 0) + 1);
      await test.runJob('deliver-messages');
      waits.push(await due());
    }
    expect(waits).toEqual([30, 60, 120, 240]);
    server = await startMailServer();
  });

  it('that a server will not have now are tried again; those it never will have are shown as failed', async () => {
    const order = await buy();
    await restart({ refusal: { address: 'shopper@example.com', code: 451 } });
    await tellEverything(test);
    expect(await rows()).toMatchObject([{ status: 'WAITING', attempts: 1 }]);

    await restart({ refusal: { address: 'shopper@example.com', code: 550 } });
    test.clock.advance(31);
    await test.runJob('deliver-messages');

    const [failed] = await rows();
    expect(failed).toMatchObject({ status: 'FAILED', attempts: 2 });
    expect(failed?.last_error).toContain('not here');
    expect(server.received).toEqual([]);
    expect(order.number).toBeTruthy();
  });

  it('to one bad address hold nobody else up', async () => {
    await restart({ refusal: { address: 'shopper@example.com', code: 550 } });
    await buy();
    await collectEverything(test);
    await test.sql(`UPDATE message SET recipient = 'other@example.com'`);
    await buy();
    await tellEverything(test);

    expect((await rows()).map(({ status }) => status)).toEqual(['SENT', 'FAILED']);
    expect(server.received.map(({ to }) => to)).toEqual(['other@example.com']);
  });

  it('are given up after five days, shown, and can be sent again', async () => {
    const { port } = server;
    await server.stop();
    await buy();
    await tellEverything(test);
    test.clock.advance(5 * 86_400 + 1);
    await test.runJob('deliver-messages');
    expect(await rows()).toMatchObject([{ status: 'FAILED' }]);

    server = await startMailServer({ port });
    test.clock.advance(16);
    const [message] = await test.sql<{ id: string }>('SELECT id FROM message');
    const staff = await signInStaff(test);
    await staff.data(
      `mutation ($input: MessageResendInput!) { messageResend(input: $input) { userErrors { code } } }`,
      { input: { messageId: message?.id } },
    );
    await test.runJob('deliver-messages');
    expect(await rows()).toMatchObject([{ status: 'SENT' }]);
  });

  it('go out once with several workers, however many there are to send', async () => {
    for (let count = 0; count < 30; count += 1) await buy();
    await collectEverything(test);
    await Promise.all(Array.from({ length: 4 }, () => test.runJob('deliver-messages')));

    expect(server.received).toHaveLength(30);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(30);
  });

  it('are given back when their worker is told to stop, and none is begun after that', async () => {
    const stopping = new AbortController();
    const answer = Promise.withResolvers<true>();
    await restart({ beforeAnswer: () => answer.promise });
    for (let count = 0; count < 10; count += 1) await buy();
    await collectEverything(test);
    const running = deliver(test, stopping.signal);
    await eventually(() => server.received.length === 4);
    stopping.abort();
    answer.resolve(true);
    await running;

    expect(server.received).toHaveLength(4);
    const sent = await test.sql<{ status: string; attempts: number; is_due: boolean }>(
      `SELECT status, attempts, due_at <= $1 AS is_due FROM message ORDER BY status, id`,
      [test.clock.now()],
    );
    expect(sent.filter(({ status }) => status === 'SENT')).toHaveLength(4);
    expect(sent.filter(({ status }) => status === 'WAITING')).toEqual(
      Array.from({ length: 6 }, () => ({ status: 'WAITING', attempts: 0, is_due: true })),
    );
  });

  it('carry the code of a gift card to its reader and keep it nowhere else', async () => {
    const staff = await signInStaff(test);
    await staff.data(
      `mutation ($input: GiftCardIssueInput!) { giftCardIssue(input: $input) { userErrors { code message } } }`,
      {
        input: {
          amount: { amount: '50.00', currencyCode: 'GBP' },
          recipientEmail: 'kim@example.com',
          message: 'Happy <b>birthday</b>',
          idempotencyKey: 'gift-1',
        },
      },
    );
    await tellEverything(test);

    const [mail] = server.received;
    const code = /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/.exec(mail?.source ?? '')?.[0] ?? '';
    expect(mail).toMatchObject({ to: 'kim@example.com' });
    expect(code).not.toBe('');
    const [kept] = await test.sql<{ html: string; text: string }>(
      'SELECT html, plain_text AS text FROM message',
    );
    expect(`${kept?.html}${kept?.text}`).not.toContain(code);
    expect(kept?.text).toContain(`…${code.slice(-4)}`);
    expect(kept?.html).toContain('Happy &lt;b&gt;birthday&lt;/b&gt;');
  });

  it('are sent by another worker, in the same words, when one dies after writing them', async () => {
    await buy();
    await collectEverything(test);
    await diesAt(test, 'message:written');

    await test.runJob('deliver-messages');
    expect(server.received).toEqual([]);
    const [kept] = await test.sql<{ html: string }>('SELECT html FROM message');
    test.clock.advance(CLAIM_SECONDS);
    await test.runJob('deliver-messages');

    expect(kept?.html).toContain('Thank you');
    expect(server.received).toHaveLength(1);
    expect(await rows()).toMatchObject([{ status: 'SENT', attempts: 2 }]);
    expect(await test.sql('SELECT html FROM message')).toEqual([kept]);
  });

  it('carry the same name when a worker dies between sending and noting it', async () => {
    await buy();
    await collectEverything(test);
    await diesAt(test, 'message:sent');
    test.clock.advance(CLAIM_SECONDS);
    await test.runJob('deliver-messages');

    expect(server.received.map(({ messageId }) => messageId)).toEqual([
      server.received[0]?.messageId,
      server.received[0]?.messageId,
    ]);
    expect(await rows()).toMatchObject([{ status: 'SENT', attempts: 2 }]);
  });
});

/** Runs the job as a worker does that can be stopped, and without watching how long it takes. */
async function deliver(test: TestApp, stopping?: AbortSignal): Promise<void> {
  const jobs = test.app.modules.all.flatMap((module) => module.jobs ?? []);
  await jobs.find(({ name }) => name === 'deliver-messages')?.run(stopping);
}

/** Runs the job as a worker of which nothing more is heard from a certain point on. */
async function diesAt(test: TestApp, point: HookPoint): Promise<void> {
  const dead = Promise.withResolvers<true>();
  const revive = onHook((passed) => {
    if (passed !== point) return;
    dead.resolve(true);
    return new Promise(() => undefined);
  });
  void deliver(test);
  await dead.promise;
  revive();
}

describe('the conversation with a mail server', () => {
  const mail = {
    messageId: '<1@halftone.example>',
    from: { name: 'Halftone', address: FROM },
    to: 'sam@example.com',
    subject: 'Hello',
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: {},
  };

  it('ends in time when the server says nothing', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const transport = createSmtpTransport(`smtp://127.0.0.1:${port}`, {
      connectMs: 200,
      answerMs: 200,
    });

    expect(await transport.send(mail)).toMatchObject({ kind: 'unreachable' });
    silent.close();
  });

  it('waits for a slow server as long as it may', async () => {
    const release = Promise.withResolvers<true>();
    const server = await startMailServer({ beforeAnswer: () => release.promise });
    const sending = createSmtpTransport(server.url).send(mail);
    await eventually(() => server.received.length === 1);
    release.resolve(true);

    expect(await sending).toEqual({ kind: 'sent' });
    await server.stop();
  });

  it('names one recipient, whatever the address says', async () => {
    const server = await startMailServer();
    const to = 'sam@example.com, everybody@example.com';
    await createSmtpTransport(server.url).send({ ...mail, to });

    expect(server.received.flatMap((each) => each.to.split(','))).not.toContain(
      'everybody@example.com',
    );
    await server.stop();
  });
});
