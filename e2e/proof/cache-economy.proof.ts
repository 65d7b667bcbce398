import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Buyer } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { CatalogueModel, type ModelVariation } from './catalogue-model.ts';
import { type Answer, Door } from './door.ts';
import { GatewayUnderTest, type Which } from './gateway-under-test.ts';
import { Random } from './random.ts';

const clients = 1_000;
const samples = 100;
const bypassMs = 50;

interface Question {
  readonly document: string;
  readonly variables: object;
}

let gateway: GatewayUnderTest;
let staff: StaffClient;
let variation: ModelVariation;
let code: string;
before(async () => {
  gateway = await GatewayUnderTest.start();
  staff = await StaffClient.signIn(gateway.url(0));
  const [product] = (await CatalogueModel.of(gateway.database)).products;
  assert.ok(product?.variations[0]);
  code = product.code;
  variation = product.variations[0];
});
after(() => gateway.stop());

test('twelve orders purge no answer that shows no stock', async (context) => {
  const shown = 'id title description priceRange { min { amount } } collections { slug }';
  const questions: Question[] = [
    ask(
      `{ products(first: 30) { totalCount nodes { ${shown} variations { price { amount } } } } }`,
    ),
    ask(`{ products(first: 30, sort: PRICE_ASC) { nodes { ${shown} } } }`),
    ask(`{ products(first: 30, query: "kestrel") { nodes { ${shown} } } }`),
    ask(`query($slug: String) { product(slug: $slug) { ${shown} } }`, { slug: code }),
    ask('{ collections(first: 10) { nodes { title productCount } } }'),
    ask('{ shop { name } }'),
  ];
  await staff.setStock(variation.id, 12);
  const first = await askBoth(questions);
  await askBoth(questions);

  let answers = 0;
  for (let order = 1; order <= 12; order += 1) {
    await buyOne();
    for (const [index, answer] of (await askBoth(questions)).entries()) {
      assert.equal(answer.cache, 'HIT', `order ${order}: ${JSON.stringify(questions[index >> 1])}`);
      assert.equal(answer.etag, first[index]?.etag);
      answers += 1;
    }
  }
  context.diagnostic(`${answers} answers after 12 orders, all of them HIT`);
});

test('an answer that shows stock changes exactly when what it shows does', async () => {
  const question = ask(
    'query($slug: String) { product(slug: $slug) { variations { id availability lowStockQuantity } } }',
    { slug: code },
  );
  const inStock = ask('{ products(first: 30, where: { inStock: true }) { nodes { id } } }');
  await staff.setStock(variation.id, 8);
  const units = [8, 7, 6, 5, 4, 3, 2, 1, 0];
  const seen: {
    readonly units: number;
    readonly etag: string | null;
    readonly list: string | null;
  }[] = [];
  for (const left of units) {
    if (left < 8) await buyOne();
    const [one, other] = await askBoth([question]);
    const [listed] = await askBoth([inStock]);
    assert.ok(one && other && listed);
    assert.equal(one.body, other.body);
    seen.push({ units: left, etag: one.etag, list: listed.etag });
  }

  const tags = seen.map(({ etag }) => etag);
  assert.equal(new Set(tags.slice(0, 3)).size, 1, 'above five left nothing that is shown changes');
  assert.equal(new Set(tags.slice(2)).size, 7, 'from five down each unit is shown');
});

test('a cold key that a thousand clients ask for at once is computed once', async (context) => {
  const question = (first: number) =>
    ask(
      `query Cold($first: Int!) { products(first: $first, sort: PRICE_DESC) {
        nodes { id title availability variations { id price { amount } availability } } } }`,
      { first },
    );
  // Of this only: the worker reads products as well, for the mails about the orders of the tests before.
  const findsPage = '"sortKey"';
  // What one computation costs, of a key that differs in a variable alone.
  // Both processes have read the products before: either of them may be the one that answers.
  await askAt(0, question(19));
  await askAt(1, question(22));
  const alone = await gateway.statementsDuring(findsPage, () => askAt(0, question(20)));

  let answers: readonly Answer[] = [];
  const together = await gateway.statementsDuring(findsPage, async () => {
    answers = await Promise.all(
      Array.from({ length: clients }, (_, client) => askAt(client % 2 === 0 ? 0 : 1, question(21))),
    );
  });

  context.diagnostic(`${alone} statements for one client, ${together} for ${clients}`);
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
  assert.ok(alone > 0, 'the statements were not counted');
  assert.equal(together, alone);
});

test('a frozen Redis delays neither kept nor new answers by more than 50 ms', async (context) => {
  const kept = ask('{ products(first: 9) { nodes { id title } } }');
  let asked = 0;
  const fresh = (): Question => {
    asked += 1;
    return ask('query($q: String) { products(first: 9, query: $q) { nodes { id title } } }', {
      q: `lantern ${asked}`,
    });
  };
  await askBoth([kept]);
  const usual = { kept: await p99(() => kept), fresh: await p99(fresh) };

  gateway.redis.freeze();
  const frozen = { kept: await p99(() => kept), fresh: await p99(fresh) };
  gateway.redis.thaw();

  const said = (name: string, { fresh: slowFresh, kept: slowKept }: typeof usual) =>
    `${name}: kept ${slowKept.toFixed(1)} ms, new ${slowFresh.toFixed(1)} ms`;
  context.diagnostic(`p99 of ${samples}, ${said('usual', usual)}; ${said('frozen', frozen)}`);
  assert.ok(frozen.kept <= usual.kept + bypassMs);
  assert.ok(frozen.fresh <= usual.fresh + bypassMs);
});

function ask(document: string, variables: object = {}): Question {
  return { document, variables };
}

function askAt(which: Which, question: Question): Promise<Answer> {
  return new Door(new Random(which)).ask(gateway.url(which), question, 'POST');
}

/** Asks both processes everything; the answers to one question stand side by side. */
async function askBoth(questions: readonly Question[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const question of questions) {
    for (const which of [0, 1] as const) answers.push(await askAt(which, question));
  }
  return answers;
}

async function buyOne(): Promise<void> {
  await Buyer.buys(new GraphqlClient(`${gateway.url(1)}/graphql`), variation.id);
}

/** How long all but the slowest of a hundred answers took, in milliseconds. */
async function p99(next: () => Question): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < samples; index += 1) {
    const question = next();
    const began = performance.now();
    const { status } = await askAt(index % 2 === 0 ? 0 : 1, question);
    times.push(performance.now() - began);
    assert.equal(status, 200);
  }
  return times.toSorted((a, b) => a - b)[Math.ceil(0.99 * samples) - 1] ?? Infinity;
}
