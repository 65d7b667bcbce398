import { createTestApp, signInStaff, type TestApp } from '../../testing';
import { hashOfDocument, type OperationManifest } from './operation-manifest';
import { TrustedOperations } from './trusted-operations';

const documents = ['{ shop { name } }', '{ shop { currencyCode } }', 'query Third { __typename }'];

function manifestOf(...bodies: string[]): OperationManifest {
  return {
    app: 'storefront',
    contract: 'public',
    version: '1',
    operations: bodies.map((body, index) => ({
      id: hashOfDocument(body),
      name: `Operation${index}`,
      body,
    })),
  };
}

describe('trusted operations', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());
  beforeEach(() => test.sql('TRUNCATE trusted_operation'));

  const another = () =>
    new TrustedOperations(test.app.platform.dataSource, [], test.app.platform.log);
  const [first = '', second = '', third = ''] = documents;

  it('are entered once, however many processes start with the same builds at once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => another().register([manifestOf(...documents)])),
    );

    expect(await test.sql('SELECT name FROM trusted_operation ORDER BY name')).toEqual([
      { name: 'Operation0' },
      { name: 'Operation1' },
      { name: 'Operation2' },
    ]);
  });

  it('of an older build stay known when a newer API starts', async () => {
    await another().register([manifestOf(first)]);
    const newer = another();

    await newer.register([manifestOf(second)]);

    expect(newer.known(hashOfDocument(first), 'public')?.body).toBe(first);
    expect(newer.isTrusted(first, 'public')).toBe(true);
  });

  it('of a newer build are learned by an older API when it meets them', async () => {
    const older = another();
    await another().register([manifestOf(third)]);

    expect(older.isTrusted(third, 'public')).toBe(false);
    expect((await older.lookup(hashOfDocument(third), 'public'))?.body).toBe(third);
    expect(older.isTrusted(third, 'public')).toBe(true);
  });

  it('belong to one contract', async () => {
    const operations = another();
    await operations.register([manifestOf(first)]);

    expect(await operations.lookup(hashOfDocument(first), 'admin')).toBeUndefined();
    expect(operations.isTrusted(first, 'admin')).toBe(false);
  });

  it('cost one statement a second at most, however many unknown hashes come in', async () => {
    const operations = another();
    test.statements.length = 0;

    const found = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        operations.lookup(hashOfDocument(String(index)), 'public'),
      ),
    );
    await operations.lookup(hashOfDocument('one more'), 'public');
    await operations.lookup("'; no hash", 'public');

    expect(found.every((operation) => operation === undefined)).toBe(true);
    expect(test.statements).toHaveLength(1);
  });

  it('are forgotten 90 days after their last deploy', async () => {
    await another().register([manifestOf(first, second)]);
    await test.sql(`UPDATE trusted_operation SET last_deployed = now() - interval '91 days'
                    WHERE name = 'Operation0'`);
    expect(await another().lookup(hashOfDocument(first), 'public')).toBeUndefined();

    await test.runJob('keep-trusted-operations');

    expect(await test.sql('SELECT name FROM trusted_operation')).toEqual([{ name: 'Operation1' }]);
  });

  it('cannot be entered under the hash of another text, not even in SQL', async () => {
    await expect(
      test.sql(
        `INSERT INTO trusted_operation (hash, contract, app, name, body) VALUES ($1, 'public', 'x', 'x', $2)`,
        [hashOfDocument(first), second],
      ),
    ).rejects.toThrow('check constraint');
  });

  describe('over HTTP', () => {
    const ask = (payload: Record<string, unknown>) =>
      test.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify(payload),
      });
    const persisted = (body: string) => ({
      persistedQuery: { version: 1, sha256Hash: hashOfDocument(body) },
    });

    it('are executed when a client sends their hash', async () => {
      await test.app.platform.trustedOperations.register([manifestOf(first)]);

      const answer = await ask({ extensions: persisted(first) });

      expect(answer.json()).toMatchObject({
        data: { shop: { name: expect.any(String) as string } },
      });
    });

    it('are executed also when their answer is for the caller alone', async () => {
      const own = 'query Own { cart { id } }';
      await test.app.platform.trustedOperations.register([manifestOf(own)]);

      const answer = await ask({ extensions: persisted(own) });

      expect(answer.json()).toEqual({ data: { cart: null } });
    });

    it('are asked for in full when their hash is unknown, and never taken from a stranger', async () => {
      const stranger = '{ shop { name currencyCode } }';

      const unknown = await ask({ extensions: persisted(stranger) });
      const full = await ask({ query: stranger, extensions: persisted(stranger) });
      const again = await ask({ extensions: persisted(stranger) });

      expect(unknown.json()).toMatchObject({
        errors: [
          { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
        ],
      });
      expect(full.json()).toMatchObject({ data: { shop: {} } });
      expect(again.json()).toEqual(
        expect.objectContaining({
          errors: [expect.objectContaining({ message: 'PersistedQueryNotFound' })],
        }),
      );
    });

    it('may be named as the draft on persisted documents has it', async () => {
      await test.app.platform.trustedOperations.register([manifestOf(first)]);

      const known = await ask({ documentId: `sha256:${hashOfDocument(first)}` });
      const malformed = await ask({ documentId: 'sha256:beef' });

      expect(known.json()).toMatchObject({ data: { shop: {} } });
      expect(malformed.statusCode).toBe(400);
    });

    it('let staff sign in by hash, and nobody do anything else without a session', async () => {
      await signInStaff(test);
      const signIn = `mutation ($input: SessionCreateInput!) {
        staffSessionCreate(input: $input) { session { accessToken } } }`;
      const orders = '{ orders { nodes { id } } }';
      const { trustedOperations } = test.app.platform;
      await trustedOperations.register([{ ...manifestOf(signIn, orders), contract: 'admin' }]);
      const send = (body: string) =>
        test.app.http.inject({
          method: 'POST',
          url: '/graphql/admin',
          headers: { 'content-type': 'application/json' },
          payload: JSON.stringify({
            extensions: persisted(body),
            variables: {
              input: { email: 'owner@example.com', password: 'a long enough password' },
            },
          }),
        });

      expect((await send(signIn)).json()).toMatchObject({
        data: { staffSessionCreate: { session: { accessToken: expect.any(String) as string } } },
      });
      expect((await send(orders)).statusCode).toBe(401);
    });

    it('answers to a GET, too', async () => {
      await test.app.platform.trustedOperations.register([manifestOf(first)]);

      const answer = await test.app.http.inject({
        url: `/graphql?extensions=${encodeURIComponent(JSON.stringify(persisted(first)))}`,
        headers: { 'apollo-require-preflight': '1' },
      });

      expect(answer.json()).toMatchObject({ data: { shop: {} } });
    });
  });
});
