import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Buyer, type Offer, offers } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { MailServer } from '../harness/mail-server.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

const patienceSeconds = 40;
/** An API process that also does the worker's jobs, and lives. */
const worker = { EMBEDDED_WORKER: '1', TEST_END_AT: '' };

let mail: MailServer;
let gateway: GatewayUnderTest;
let offer: Offer;
before(async () => {
  mail = await MailServer.start();
  gateway = await GatewayUnderTest.start({
    SMTP_URL: mail.url,
    MAIL_FROM: 'shop@halftone.example',
    TEST_END_AT: 'message:written',
  });
  const [first] = await offers(new GraphqlClient(`${gateway.url(1)}/graphql`));
  assert.ok(first);
  offer = first;
  const staff = await StaffClient.signIn(gateway.url(1));
  await staff.setStock(offer.variationId, 10);
});
after(async () => {
  await gateway.stop();
  await mail.stop();
});

// The worker that the gateway came with dies of the first message; after that an API process does its work.
test('a worker killed when a message is written leaves one mail', async () => {
  const order = await buys();
  await until(async () => (await messageOf(order)).html);
  await restart(worker);
  await retriedBy(order);

  assert.deepEqual(mail.messageIds.length, 1);
});

test('a worker killed when a mail is sent leaves one message, twice under one name at most', async () => {
  const before = mail.messageIds.length;
  await restart({ ...worker, TEST_END_AT: 'message:sent' });
  const order = await buys();
  assert.ok(await until(() => gateway.hasEnded(0)));
  await restart(worker);
  await retriedBy(order);

  const sent = mail.messageIds.slice(before);
  assert.equal(sent.length, 2);
  assert.equal(new Set(sent).size, 1);
});

async function buys(): Promise<string> {
  const client = new GraphqlClient(`${gateway.url(1)}/graphql`);
  return (await Buyer.buys(client, offer.variationId)).id;
}

async function restart(settings: NodeJS.ProcessEnv): Promise<void> {
  if (gateway.isRunning(0)) await gateway.kill(0);
  await gateway.revive(0, settings);
}

/** The one message about an order. */
async function messageOf(order: string): Promise<{ status: string; html: boolean }> {
  const { rows } = await gateway.database.query<{ status: string; html: boolean }>(
    'SELECT status, html IS NOT NULL AS html FROM message WHERE order_id = $1',
    [order],
  );
  assert.ok(rows.length <= 1, 'there are two messages');
  return rows[0] ?? { status: 'NONE', html: false };
}

/** Waits until the message was sent by somebody else. */
async function retriedBy(order: string): Promise<void> {
  // Nobody waits five minutes here.
  await gateway.database.query(`UPDATE message SET due_at = now() WHERE status = 'WAITING'`);
  await until(async () => (await messageOf(order)).status === 'SENT');
}

async function until(holds: () => Promise<boolean>): Promise<true> {
  const deadline = Date.now() + patienceSeconds * 1_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, 'it does not happen');
    await pause(50);
  }
  return true;
}
