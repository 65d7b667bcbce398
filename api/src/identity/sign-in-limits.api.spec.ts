import type { GraphqlAnswer, GraphqlClient, TestApp } from '../testing';
import { createTestApp } from '../testing';

const SIGN_IN = `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) {
  session { accessToken } userErrors { code } } }`;
const password = 'halftone-shopper';

let test: TestApp;

beforeEach(async () => {
  test = await createTestApp();
});
afterEach(async () => {
  await test.close();
});

async function aCustomer(email = 'grace@halftone.example'): Promise<string> {
  await test.app.modules.identity.accounts.customer({ email, name: 'Grace', password });
  return email;
}

function browserAt(address: string): GraphqlClient {
  return Object.assign(test.publicClient(), { address });
}

function signIn(address: string, email: string, tried: string): Promise<GraphqlAnswer<unknown>> {
  return browserAt(address).send(SIGN_IN, { input: { email, password: tried } });
}

async function guess(times: number, address: string, email: string): Promise<number[]> {
  const answers = await Promise.all(
    Array.from({ length: times }, (_, n) => signIn(address, email, `guess ${n}`)),
  );
  return answers.map(({ status }) => status);
}

const signedIn = {
  data: { sessionCreate: { session: { accessToken: expect.any(String) as string } } },
};

describe('guessing passwords (ASVS 6.3.1)', () => {
  it('is stopped after ten or so failures, also when all are sent at once', async () => {
    const email = await aCustomer();

    const statuses = await guess(50, '203.0.113.1', email);

    const answered = statuses.filter((status) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(10);
    expect(answered).toBeLessThanOrEqual(11);
    const refused = await signIn('203.0.113.1', email, password);
    expect(refused.status).toBe(429);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: expect.any(Number) as number,
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is stopped for one address that tries many accounts', async () => {
    for (let n = 0; n < 30; n += 1) await guess(1, '203.0.113.1', `nobody-${n}@halftone.example`);

    expect(await guess(1, '203.0.113.1', 'one-more@halftone.example')).toEqual([429]);
    expect(await guess(1, '203.0.113.2', 'one-more@halftone.example')).toEqual([200]);
  });

  it('is stopped for an IPv6 subscriber who takes a new address each time', async () => {
    const email = await aCustomer();
    for (let n = 1; n <= 10; n += 1) await guess(1, `2001:db8:1:2::${n}`, email);

    expect(await guess(1, '2001:db8:1:2::99', email)).toEqual([429]);
  });

  it('does not lock the owner out who signs in from elsewhere', async () => {
    const email = await aCustomer();
    await guess(12, '203.0.113.1', email);

    expect(await signIn('198.51.100.1', email, password)).toMatchObject(signedIn);
  });

  it('does not lock the owner out of a known network when very many strangers guess', async () => {
    const email = await aCustomer();
    await signIn('198.51.100.1', email, password);
    for (let n = 1; n <= 10; n += 1) await guess(10, `203.0.113.${n}`, email);

    expect((await signIn('203.0.113.200', email, password)).status).toBe(429);
    expect(await signIn('198.51.100.1', email, password)).toMatchObject(signedIn);
  });

  it('counts failures only', async () => {
    const email = await aCustomer();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => signIn('203.0.113.1', email, password)),
    );

    for (const answer of answers) expect(answer).toMatchObject(signedIn);
  });

  it('is stopped for one who registers to learn which addresses are taken (ASVS 6.3.8)', async () => {
    const email = await aCustomer();
    const register = async (): Promise<number> => {
      const answer = await browserAt('203.0.113.1').send(
        `mutation ($email: String!) { customerRegister(input: {
          email: $email, name: "Anybody", password: "long enough" }) { userErrors { code } } }`,
        { email },
      );
      return answer.status;
    };
    for (let n = 0; n < 10; n += 1) expect(await register()).toBe(200);

    expect(await register()).toBe(429);
  });

  it('is not helped by claiming another address', async () => {
    const email = await aCustomer();
    await guess(12, '203.0.113.1', email);

    const spoofed = await test.app.http.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: '203.0.113.1',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7' },
      payload: JSON.stringify({ query: SIGN_IN, variables: { input: { email, password } } }),
    });

    expect(spoofed.statusCode).toBe(429);
  });
});
