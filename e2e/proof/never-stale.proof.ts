import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { StaffClient } from '../harness/staff-client.ts';
import { CatalogueModel } from './catalogue-model.ts';
import { Door } from './door.ts';
import { Faults } from './faults.ts';
import { ForgetfulProxy } from './forgetful-proxy.ts';
import { GatewayUnderTest, type Which } from './gateway-under-test.ts';
import { Random, seedOfRun } from './random.ts';
import { Readers, type ReadPlaces } from './readers.ts';
import { Trouble } from './trouble.ts';
import { Writers } from './writers.ts';

const seconds = Number(process.env['PROOF_SECONDS'] ?? 20);
const readerCount = 8;
const writerCount = 3;
const calmMs = 1_000;
const leastHitShare = 0.2;

let gateway: GatewayUnderTest;
let staff: readonly [StaffClient, StaffClient];
before(async () => {
  gateway = await GatewayUnderTest.start();
  staff = [await StaffClient.signIn(gateway.url(0)), await StaffClient.signIn(gateway.url(1))];
});
after(() => gateway.stop());

test('no read that starts after a write was acknowledged shows an older value, whatever breaks', async (context) => {
  const random = new Random(seedOfRun());
  context.diagnostic(`SEED=${random.seed}, ${seconds} s`);
  const { faults, readers, writers } = await run({ random, seconds, withFaults: true });

  const { byCache, errors, excused, reads, stale, unchanged } = readers.report;
  context.diagnostic(`reads ${reads}, of which 304 ${unchanged}, excused ${excused}`);
  context.diagnostic(`cache ${said(byCache)}`);
  context.diagnostic(
    `writes ${said(writers.report.done)}, unanswered ${writers.report.unanswered}`,
  );
  context.diagnostic(`faults ${said(faults.done)}`);
  const replay = `replay with SEED=${random.seed}`;
  assert.deepEqual(stale.slice(0, 10), [], `${stale.length} stale answers, ${replay}`);
  assert.deepEqual(errors.slice(0, 10), [], `${errors.length} failed reads, ${replay}`);
  assert.deepEqual(writers.report.errors.slice(0, 10), [], `failed writes, ${replay}`);
  const hits = (byCache.get('HIT') ?? 0) / reads;
  assert.ok(hits > leastHitShare, `only ${(100 * hits).toFixed(1)} % of the reads were cached`);
});

test('a cache that repeats an answer for 300 ms is found out', async () => {
  const proxies = await Promise.all(
    ([0, 1] as const).map((which) => ForgetfulProxy.start(gateway.url(which), 300)),
  );
  const places = {
    url: (which: Which) => proxies[which]?.url ?? '',
    isRunning: () => true,
  };
  const { readers } = await run({ random: new Random(1), seconds: 2, withFaults: false, places });
  for (const proxy of proxies) proxy.stop();

  assert.deepEqual(readers.report.errors, []);
  assert.ok(readers.report.stale.length > 0, `${readers.report.reads} reads found nothing stale`);
});

test(
  'a write that was committed by a process that died before it answered is seen by everybody',
  { timeout: 20_000 },
  async () => {
    const [product] = (await CatalogueModel.of(gateway.database)).products;
    assert.ok(product);
    const question = {
      document: 'query($id: ID) { product(id: $id) { title } }',
      variables: { id: product.id },
    };
    const titleAt = async (which: Which) => {
      const { body } = await new Door(new Random(1)).ask(gateway.url(which), question, 'POST');
      return (JSON.parse(body) as { data: { product: { title: string } } }).data.product.title;
    };
    await staff[0].setTitle(product.id, 'Before');
    // Asked twice, so that both processes have the answer in their caches.
    assert.deepEqual(
      [await titleAt(0), await titleAt(1), await titleAt(0), await titleAt(1)],
      ['Before', 'Before', 'Before', 'Before'],
    );

    const release = await gateway.holdCommits();
    const unanswered = assert.rejects(staff[0].setTitle(product.id, 'After'));
    await gateway.untilCommitIsHeld();
    const dead = gateway.kill(0);
    await unanswered;
    await release();
    await dead;

    assert.equal(await titleAt(1), 'After');
    await gateway.revive(0);
    assert.equal(await titleAt(0), 'After');
  },
);

async function run(options: {
  readonly random: Random;
  readonly seconds: number;
  readonly withFaults: boolean;
  readonly places?: ReadPlaces;
}) {
  const { places = gateway, random, withFaults } = options;
  const model = await CatalogueModel.of(gateway.database);
  const trouble = new Trouble();
  const readers = new Readers(model, places, trouble);
  const writers = new Writers({ model, places: gateway, trouble, staff });
  const faults = new Faults(gateway, trouble);
  const stop = AbortSignal.timeout(options.seconds * 1_000);
  await Promise.all([
    ...actors(readerCount, 'reader', (name) => readers.read(random.fork(name), stop)),
    ...actors(writerCount, 'writer', (name) => writers.write(random.fork(name), stop)),
    ...(withFaults ? [faults.cause(random.fork('faults'), calmMs, stop)] : []),
  ]);
  return { readers, writers, faults };
}

function actors(count: number, kind: string, act: (name: string) => Promise<void>) {
  return Array.from({ length: count }, (_, index) => act(`${kind} ${index}`));
}

function said(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}
