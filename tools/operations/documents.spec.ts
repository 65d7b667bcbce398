import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { parse } from 'graphql';

import { readManifest } from './documents.ts';

describe('the manifest of an app', () => {
  const house = mkdtempSync(join(tmpdir(), 'manifest-'));
  const page = join(house, 'shop/src/app/page');

  function put(name: string, exports: Readonly<Record<string, string>>): void {
    const lines = Object.entries(exports).map(
      ([key, text]) =>
        `export const ${key} = ${JSON.stringify(parse(text, { noLocation: true }))};`,
    );
    writeFileSync(join(page, `${name}.graphql`), '');
    writeFileSync(join(page, `${name}.generated.ts`), lines.join('\n'));
  }

  before(() => {
    mkdirSync(page, { recursive: true });
    put('list', {
      CardFragmentDoc: 'fragment Card on Product { id }',
      ListDocument: 'query List { products { ...Card } } fragment Card on Product { id }',
    });
    put('actions', {
      BuyDocument: 'mutation Buy($id: ID!) { buy(id: $id) { order { id } } }',
      FollowDocument: 'subscription Follow { events { id } }',
    });
  });
  after(() => rmSync(house, { recursive: true }));

  it('has every operation once, in the order of names, and no fragment of its own', async () => {
    const { operations } = await readManifest(house, 'shop', 'public');

    assert.deepEqual(
      operations.map(({ name, type }) => [name, type]),
      [
        ['Buy', 'mutation'],
        ['Follow', 'subscription'],
        ['List', 'query'],
      ],
    );
  });

  it('has the text as the client sends it, under its SHA-256', async () => {
    const { operations } = await readManifest(house, 'shop', 'public');

    const list = operations.find(({ name }) => name === 'List');
    assert.equal(
      list?.body,
      'query List {\n  products {\n    ...Card\n    __typename\n  }\n}\n\nfragment Card on Product {\n  id\n  __typename\n}',
    );
    assert.equal(list.id, createHash('sha256').update(list.body).digest('hex'));
  });

  it('has another version when an operation changes, and only then', async () => {
    const { version } = await readManifest(house, 'shop', 'public');
    assert.equal((await readManifest(house, 'shop', 'public')).version, version);

    put('more', { ShopDocument: 'query Shop { shop { name } }' });

    assert.notEqual((await readManifest(house, 'shop', 'public')).version, version);
    rmSync(join(page, 'more.graphql'));
  });

  it('refuses two operations of one name, because the app tells them apart by it', async () => {
    put('again', { ListDocument: 'query List { shop { name } }' });

    await assert.rejects(readManifest(house, 'shop', 'public'), /two operations called List/);
    rmSync(join(page, 'again.graphql'));
  });
});
