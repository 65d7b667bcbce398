import type { Permission } from '../platform/security/viewer';
import {
  createTestApp,
  type GraphqlAnswer,
  type GraphqlClient,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const CREATE = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) {
  secret apiKey { id name prefix scopes createdBy lastUsedAt expiresAt revokedAt }
  userErrors { code message path } } }`;
const REVOKE = `mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) {
  apiKey { id revokedAt } userErrors { code } } }`;
const KEYS =
  '{ apiKeys(first: 2) { totalCount nodes { name lastUsedAt } pageInfo { endCursor } } }';
const ORDERS = '{ orders { nodes { id } } }';
const ADJUST = `mutation { stockAdjust(input: { variationId: "x", onHand: 1, reason: "count", idempotencyKey: "k" }) {
  userErrors { code } } }`;

interface MadeKey {
  readonly secret: string | null;
  readonly apiKey: {
    readonly id: string;
    readonly prefix: string;
    readonly lastUsedAt: string | null;
  } | null;
  readonly userErrors: readonly { code: string; message: string; path: string[] }[];
}

function codeOf({ errors }: GraphqlAnswer<unknown>): string | undefined {
  return errors?.[0]?.extensions.code;
}

describe('API keys', () => {
  let test: TestApp;
  let owner: GraphqlClient;
  let clerks = 0;
  beforeAll(async () => {
    test = await createTestApp();
    owner = await signInStaff(test);
  });
  afterAll(() => test.close());

  async function make(
    scopes: readonly Permission[] = [],
    input: Record<string, unknown> = {},
    by = owner,
  ): Promise<MadeKey> {
    const data = await by.data<{ apiKeyCreate: MadeKey }>(CREATE, {
      input: { name: 'Price comparison', scopes, ...input },
    });
    return data.apiKeyCreate;
  }

  async function holderOf(
    scopes: readonly Permission[],
    client = test.adminClient(),
    input: Record<string, unknown> = {},
  ): Promise<{ client: GraphqlClient; id: string; secret: string }> {
    const { apiKey, secret } = await make(scopes, input);
    client.accessToken = secret ?? '';
    return { client, id: apiKey?.id ?? '', secret: secret ?? '' };
  }

  /** A member of staff with a role of their own. */
  async function aClerk(permissions: readonly Permission[]): Promise<GraphqlClient> {
    clerks += 1;
    const email = `clerk-${clerks}@halftone.example`;
    const password = 'a long enough password';
    await test.sql(
      `INSERT INTO staff_role (id, name, permissions) VALUES (gen_random_uuid(), $1, $2)`,
      [email, permissions],
    );
    await test.app.modules.identity.accounts.staffMember({
      email,
      name: 'Cleo',
      password,
      role: email,
    });
    const client = test.adminClient();
    const { staffSessionCreate } = await client.data<{
      staffSessionCreate: { session: { accessToken: string } };
    }>(
      `mutation ($input: SessionCreateInput!) {
         staffSessionCreate(input: $input) { session { accessToken } } }`,
      { input: { email, password } },
    );
    client.accessToken = staffSessionCreate.session.accessToken;
    return client;
  }

  describe('being made', () => {
    it('tell their secret once, and the database keeps no copy', async () => {
      const { secret, apiKey } = await make(['ORDERS_READ']);

      expect(secret).toMatch(/^cwk_[A-Za-z0-9_-]{43}$/);
      expect(apiKey).toMatchObject({ createdBy: 'Olive Owner', scopes: ['ORDERS_READ'] });
      expect(secret?.startsWith(apiKey?.prefix ?? 'none')).toBe(true);
      const rows = await test.sql('SELECT * FROM api_key');
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(await test.sql('SELECT * FROM event_log'))).not.toContain(secret);
    });

    it('cannot be given more than their maker has', async () => {
      const clerk = await aClerk(['API_KEYS_WRITE', 'ORDERS_READ']);

      const refusal = await make(['ORDERS_READ', 'ORDERS_WRITE'], {}, clerk);

      expect(refusal).toMatchObject({
        secret: null,
        userErrors: [{ code: 'INVALID_INPUT', path: ['scopes', '1'] }],
      });
      expect((await make(['ORDERS_READ'], {}, clerk)).secret).not.toBeNull();
    });

    it.each([
      ['a permission to hand out keys', { scopes: ['API_KEYS_WRITE'] }, ['scopes', '0']],
      ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, ['expiresAt']],
      ['no name', { name: ' ' }, ['name']],
    ])('cannot have %s', async (_what, input, path) => {
      const { userErrors, secret } = await make([], input);

      expect(secret).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path }]);
    });

    it('need the permission to hand them out, for each of their operations', async () => {
      const clerk = await aClerk(['ORDERS_READ', 'ORDERS_WRITE']);
      const calls = [
        await clerk.send(CREATE, { input: { name: 'Mine', scopes: [] } }),
        await clerk.send(REVOKE, { input: { apiKeyId: (await make()).apiKey?.id } }),
        await clerk.send(KEYS),
      ];

      expect(calls.map(codeOf)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    });

    it('are written into the event log with who did it', async () => {
      const { apiKey } = await make(['ORDERS_READ']);
      await owner.data(REVOKE, { input: { apiKeyId: apiKey?.id } });
      await owner.data(REVOKE, { input: { apiKeyId: apiKey?.id } });

      const events = await test.sql(
        `SELECT type, sequence, actor->>'kind' AS actor, actor->>'name' AS name FROM event_log
         WHERE aggregate_type = 'api-key' AND aggregate_id = $1 ORDER BY sequence`,
        [apiKey?.id],
      );

      expect(events).toEqual([
        { type: 'API_KEY_CREATED', sequence: 1, actor: 'staff', name: 'Olive Owner' },
        { type: 'API_KEY_REVOKED', sequence: 2, actor: 'staff', name: 'Olive Owner' },
      ]);
    });
  });

  describe('on the full graph', () => {
    it('may do what their scopes say and nothing else', async () => {
      const { client } = await holderOf(['ORDERS_READ']);

      expect((await client.send(ORDERS)).errors).toBeUndefined();
      expect(codeOf(await client.send(ADJUST))).toBe('FORBIDDEN');
      expect(codeOf(await client.send('{ viewer { email } }'))).toBe('FORBIDDEN');
      expect(codeOf(await client.send(KEYS))).toBe('FORBIDDEN');
      expect(codeOf(await client.send(CREATE, { input: { name: 'Child', scopes: [] } }))).toBe(
        'FORBIDDEN',
      );
    });

    it('lose what their maker loses, at once', async () => {
      const clerk = await aClerk(['API_KEYS_WRITE', 'ORDERS_READ']);
      const { secret } = await make(['ORDERS_READ'], {}, clerk);
      const client = test.adminClient();
      client.accessToken = secret ?? '';
      expect((await client.send(ORDERS)).errors).toBeUndefined();

      await test.sql(`UPDATE staff_role SET permissions = '{}' WHERE name LIKE 'clerk-%'`);
      expect(codeOf(await client.send(ORDERS))).toBe('FORBIDDEN');

      await test.sql(`UPDATE staff_member SET disabled_at = now() WHERE name = 'Cleo'`);
      expect((await client.send(ORDERS)).status).toBe(401);
    });

    it('are named as the actor of what they do', async () => {
      const { client, id } = await holderOf(['INVENTORY_WRITE', 'INVENTORY_READ']);
      const [variation] = await stockedVariation();

      await client.data(
        `mutation ($input: StockAdjustInput!) { stockAdjust(input: $input) { userErrors { code } } }`,
        { input: { variationId: variation, onHand: 5, reason: 'counted', idempotencyKey: 'k1' } },
      );

      expect(
        await test.sql(`SELECT actor->>'kind' AS kind, actor->>'id' AS id FROM stock_movement
                        WHERE actor->>'kind' = 'api-key'`),
      ).toEqual([{ kind: 'api-key', id }]);
    });
  });

  describe('on the public contract', () => {
    it('are accepted, also as X-Api-Key, and open nothing that is closed to others', async () => {
      const { client, secret } = await holderOf(['ORDERS_READ'], test.publicClient());
      const response = await test.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'x-api-key': secret },
        payload: JSON.stringify({ query: '{ shop { name } cart { id } }' }),
      });

      expect((await client.send('{ shop { name } }')).errors).toBeUndefined();
      expect(response.json()).toMatchObject({ data: { shop: {}, cart: null } });
      expect((await client.send(ORDERS)).status).toBe(400);
    });
  });

  describe('that are not good', () => {
    it.each([
      ['unknown', `cwk_${'A'.repeat(43)}`],
      ['malformed', 'cwk_short'],
    ])('because they are %s are refused on both contracts', async (_how, secret) => {
      for (const client of [test.publicClient(), test.adminClient()]) {
        client.accessToken = secret;
        const answer = await client.send('{ shop { name } }');
        expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
      }
    });

    it('because they were revoked are refused from then on', async () => {
      const { client, id } = await holderOf(['ORDERS_READ']);
      expect((await client.send(ORDERS)).status).toBe(200);

      await owner.data(REVOKE, { input: { apiKeyId: id } });

      expect((await client.send(ORDERS)).status).toBe(401);
    });

    it('because they expired are refused from then on', async () => {
      const expiresAt = new Date(test.clock.now().getTime() + 3_600_000).toISOString();
      const { client } = await holderOf(['ORDERS_READ'], test.adminClient(), { expiresAt });
      expect((await client.send(ORDERS)).status).toBe(200);

      test.clock.advance(3_601);

      expect((await client.send(ORDERS)).status).toBe(401);
      owner = await signInStaff(test);
    });

    it('are not revoked where there is none', async () => {
      const data = await owner.data(REVOKE, {
        input: { apiKeyId: '00000000-0000-7000-8000-000000000000' },
      });

      expect(data).toMatchObject({ apiKeyRevoke: { userErrors: [{ code: 'NOT_FOUND' }] } });
    });
  });

  it('are listed newest first, page by page', async () => {
    await test.sql('DELETE FROM api_key');
    for (const name of ['One', 'Two', 'Three']) await make([], { name });

    const first = await owner.data<{
      apiKeys: { totalCount: number; nodes: { name: string }[]; pageInfo: { endCursor: string } };
    }>(KEYS);
    const second = await owner.data(
      'query ($after: String) { apiKeys(first: 2, after: $after) { nodes { name } } }',
      { after: first.apiKeys.pageInfo.endCursor },
    );

    expect(first.apiKeys).toMatchObject({
      totalCount: 3,
      nodes: [{ name: 'Three' }, { name: 'Two' }],
    });
    expect(second).toEqual({ apiKeys: { nodes: [{ name: 'One' }] } });
  });

  it('remember when they were last used, writing it once a minute', async () => {
    const { client, id } = await holderOf([], test.publicClient());
    const used = async (): Promise<string | null> =>
      (
        await test.sql<{ at: string | null }>(
          'SELECT last_used_at::text AS at FROM api_key WHERE id = $1',
          [id],
        )
      )[0]?.at ?? null;
    expect(await used()).toBeNull();

    await client.send('{ shop { name } }');
    const first = await used();
    await client.send('{ shop { currencyCode } }');
    expect(await used()).toBe(first);
    test.clock.advance(61);
    await client.send('{ shop { countries } }');

    expect(first).not.toBeNull();
    expect(await used()).not.toBe(first);
  });

  async function stockedVariation(): Promise<string[]> {
    return Object.values(await stockProducts(test, { sku: 'KEYED' }));
  }
});
