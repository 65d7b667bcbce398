import { createTestApp, type GraphqlClient, signInStaff, type TestApp } from '../testing';

interface Found {
  readonly nodes: { readonly email: string }[];
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const LIST = `query ($query: String, $first: Int, $after: String) {
  customers(query: $query, first: $first, after: $after) {
    nodes { id email name } pageInfo { hasNextPage endCursor } } }`;

describe('the search for customers', () => {
  let test: TestApp;
  let staff: GraphqlClient;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    await test.sql(`
      INSERT INTO customer (id, email, name, password_hash, created_at)
      SELECT ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
        'buyer' || n || '@example.com', 'Buyer ' || n, '-', now()
      FROM generate_series(1, 5000) n`);
    await test.sql(`
      INSERT INTO customer (id, email, name, password_hash, created_at) VALUES
        ('01900000-0000-7000-8001-000000000001', 'mary@somerville.example', 'Mary Somerville', '-', now()),
        ('01900000-0000-7000-8001-000000000002', 'mary_100%@maths.example', 'Mary Cartwright', '-', now())`);
    await test.sql('VACUUM ANALYZE customer');
  });
  afterAll(() => test.close());

  const search = async (variables: Record<string, unknown>): Promise<Found> =>
    (await staff.data<{ customers: Found }>(LIST, variables)).customers;
  const emails = async (query: string) => (await search({ query })).nodes.map(({ email }) => email);

  it('finds by any part of the name or the address, in any case and order, newest first', async () => {
    expect(await emails('MARY')).toEqual(['mary_100%@maths.example', 'mary@somerville.example']);
    expect(await emails('some mar')).toEqual(['mary@somerville.example']);
    expect(await emails('@maths')).toEqual(['mary_100%@maths.example']);
    expect(await emails('mary nobody')).toEqual([]);
  });

  it('takes what LIKE reads as wildcards for themselves', async () => {
    expect(await emails('y_1')).toEqual(['mary_100%@maths.example']);
    expect(await emails('0%@')).toEqual(['mary_100%@maths.example']);
    expect(await emails('m%y')).toEqual([]);
  });

  it('pages through everybody who is like that, and counts them when asked', async () => {
    const first = await search({ query: 'buyer 499', first: 5 });
    const { endCursor } = first.pageInfo;
    const second = await search({ query: 'buyer 499', first: 20, after: endCursor });

    expect(first.nodes.map(({ email }) => email)[0]).toBe('buyer4999@example.com');
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.nodes, ...second.nodes].map(({ email }) => email)).size).toBe(15);
    const { customers } = await staff.data<{ customers: { totalCount: number } }>(
      `{ customers(query: "buyer 499") { totalCount } }`,
    );
    expect(customers.totalCount).toBe(15);
  });

  it('sends one statement, which reads an index', async () => {
    await search({ query: 'somerville' });
    test.statements.length = 0;
    await search({ query: 'somerville' });
    const statements = test.statements.filter((sql) => sql.includes('FROM customer c'));

    expect(statements).toHaveLength(1);
    const asked = statements[0]
      ?.replaceAll('$1', `'%somerville%'`)
      .replaceAll('$2', 'NULL')
      .replaceAll('$3', '25');
    const plan = await test.sql<Record<string, string>>(`EXPLAIN ${asked ?? ''}`);
    expect(JSON.stringify(plan)).toContain('customer_words');
  });

  it('shows nobody to staff who prepare no orders, and does not exist for shoppers', async () => {
    await test.sql(
      `UPDATE staff_role SET permissions = array_remove(permissions, 'ORDERS_WRITE') WHERE name = 'owner'`,
    );
    const clerk = await signInStaff(test);
    const { errors } = await clerk.send(LIST);
    await test.sql(
      `UPDATE staff_role SET permissions = permissions || ARRAY['ORDERS_WRITE'] WHERE name = 'owner'`,
    );

    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await test.publicClient().send(LIST);
    expect(stranger.errors?.[0]?.message).toMatch(/Cannot query field "customers"/);
  });
});
