import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { pino } from 'pino';

import { KeepableRequests } from '../platform/cache/keepable-requests';
import { readManifests } from '../platform/operations/operation-manifest';
import { createTestApp, type TestApp } from '../testing';
import { manifestPaths } from '../testing/budgets/budget-file';

/** What the storefront asks for as something that every shopper is shown alike: it must not cost a statement each time. */
const askedForAsPublic = JSON.parse(
  readFileSync(
    join(__dirname, '../../../storefront/src/app/shared/graphql/kept-operations.json'),
    'utf8',
  ),
) as string[];

describe('the operations of the storefront', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('have answers that are kept, as far as they show the catalogue, and no others', async () => {
    const manifests = await readManifests(manifestPaths, pino({ level: 'silent' }));
    const storefront = manifests.find(({ app }) => app === 'storefront');
    const requests = new KeepableRequests(test.app.contracts.public);
    const kept = storefront?.operations
      .filter(({ body }) => requests.recognise({ query: body }) !== undefined)
      .map(({ name }) => name);

    expect(kept?.sort()).toEqual(askedForAsPublic);
  });
});
