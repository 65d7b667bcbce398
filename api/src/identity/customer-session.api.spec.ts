import type { GraphqlClient, TestApp } from '../testing';
import { createTestApp } from '../testing';

const SIGN_IN = `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) {
  customer { id email name } session { accessToken accessTokenExpiresAt }
  cartMerge { mergedLines } userErrors { code path } } }`;
const REGISTER = `mutation ($input: CustomerRegisterInput!) { customerRegister(input: $input) {
  customer { id email name } session { accessToken } userErrors { code path } } }`;
const REFRESH = `mutation { sessionRefresh {
  customer { email } session { accessToken accessTokenExpiresAt } userErrors { code } } }`;
const END = 'mutation { sessionEnd { ended userErrors { code } } }';
const ME = '{ me { email } }';

const password = 'halftone-shopper';

interface SessionPayload {
  readonly customer: { readonly id: string; readonly email: string; readonly name: string } | null;
  readonly session: {
    readonly accessToken: string;
    readonly accessTokenExpiresAt: string;
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: string[] | null }[];
}

let test: TestApp;
let emails = 0;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test.close();
});

/** A new customer, and a browser nobody is signed in on. */
async function aCustomer(): Promise<{ email: string; browser: GraphqlClient }> {
  emails += 1;
  const email = `shopper-${emails}@halftone.example`;
  const made = await test.app.modules.identity.accounts.customer({
    email,
    name: 'Grace Hopper',
    password,
  });
  if (!made.ok) throw new Error('The customer could not be made.');
  const browser = test.publicClient();
  browser.address = `203.0.113.${emails}`;
  return { email, browser };
}

async function signIn(
  browser: GraphqlClient,
  email: string,
  tried = password,
): Promise<SessionPayload> {
  const input = { email, password: tried };
  const data = await browser.data<{ sessionCreate: SessionPayload }>(SIGN_IN, { input });
  browser.accessToken = data.sessionCreate.session?.accessToken;
  return data.sessionCreate;
}

/** Refreshes as an app does: without the old access token. */
async function refresh(browser: GraphqlClient): Promise<SessionPayload> {
  browser.accessToken = undefined;
  const data = await browser.data<{ sessionRefresh: SessionPayload }>(REFRESH);
  browser.accessToken = data.sessionRefresh.session?.accessToken;
  return data.sessionRefresh;
}

/** Another holder of the same refresh token: a second tab, or a thief. */
function copyOf(browser: GraphqlClient): GraphqlClient {
  const copy = test.publicClient();
  copy.address = browser.address;
  copy.setCookie('cw_refresh', browser.cookie('cw_refresh') ?? '');
  return copy;
}

describe('registering', () => {
  it('makes an account and signs it in', async () => {
    const browser = test.publicClient();
    const input = { email: ' Alan@Halftone.Example', name: ' Alan ', password: 'long enough' };

    const { customerRegister } = await browser.data<{ customerRegister: SessionPayload }>(
      REGISTER,
      { input },
    );

    expect(customerRegister.userErrors).toEqual([]);
    expect(customerRegister.customer).toMatchObject({
      email: 'alan@halftone.example',
      name: 'Alan',
    });
    browser.accessToken = customerRegister.session?.accessToken;
    expect(await browser.data(ME)).toEqual({ me: { email: 'alan@halftone.example' } });
  });

  it('refuses an e-mail address that has an account, however it is written', async () => {
    const { email, browser } = await aCustomer();
    const input = { email: email.toUpperCase(), name: 'Somebody else', password: 'long enough' };

    const { customerRegister } = await browser.data<{ customerRegister: SessionPayload }>(
      REGISTER,
      { input },
    );

    expect(customerRegister).toMatchObject({
      customer: null,
      session: null,
      userErrors: [{ code: 'EMAIL_TAKEN', path: ['email'] }],
    });
    expect(browser.cookie('cw_refresh')).toBeUndefined();
  });

  it('names each field that is not right', async () => {
    const input = { email: 'nobody', name: ' ', password: 'short' };

    const { customerRegister } = await test
      .publicClient()
      .data<{ customerRegister: SessionPayload }>(REGISTER, { input });

    expect(customerRegister.userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['email'] },
      { code: 'INVALID_INPUT', path: ['password'] },
      { code: 'INVALID_INPUT', path: ['name'] },
    ]);
  });
});

describe('signing in', () => {
  it('gives an access token and keeps the refresh token from scripts (ASVS 3.3.4)', async () => {
    const { email, browser } = await aCustomer();

    const answer = await browser.send(SIGN_IN, { input: { email, password } });

    expect(String(answer.headers['set-cookie'])).toMatch(
      /^cw_refresh=[\w-]{43}; Max-Age=25(92000|91999); Path=\/graphql; HttpOnly; SameSite=Lax$/,
    );
    expect(JSON.stringify(answer.data)).not.toContain(browser.cookie('cw_refresh'));
  });

  it('refuses a wrong password and an unknown address with the same words (ASVS 6.3.8)', async () => {
    const { email, browser } = await aCustomer();

    const wrong = await browser.send(SIGN_IN, { input: { email, password: 'not this one' } });
    const unknown = await browser.send(SIGN_IN, {
      input: { email: 'nobody@halftone.example', password: 'not this one' },
    });

    expect(wrong.data).toMatchObject({
      sessionCreate: { session: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
    expect(unknown.data).toEqual(wrong.data);
    expect(unknown.status).toBe(wrong.status);
  });

  it('stores no token and no password that could be used', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);

    const stored = JSON.stringify(
      await test.sql(
        `SELECT c.password_hash, s.*, encode(t.token_hash, 'base64') FROM customer c
         JOIN session s ON s.customer_id = c.id JOIN refresh_token t ON t.session_id = s.id
         WHERE c.email = $1`,
        [email],
      ),
    );

    expect(stored).toContain('$argon2id$v=19$m=19456');
    expect(stored).not.toContain(password);
    expect(stored).not.toContain(browser.cookie('cw_refresh'));
  });

  it('ends the session that it replaces (ASVS 7.2.4)', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const before = copyOf(browser);

    await signIn(browser, email);

    expect(await refresh(before)).toMatchObject({ session: null });
    expect(await refresh(browser)).toMatchObject({ customer: { email } });
  });

  it('renews a digest made with weaker parameters', async () => {
    const { email, browser } = await aCustomer();
    const weak =
      '$argon2id$v=19$m=8192,p=1,t=1$2Mk/tgqVQzFMCvVRHF9mRQ$Q+9mZaF1lyTLY3zyu+x9JOSScoP4owA0qUjl0DLwy7I';
    await test.sql('UPDATE customer SET password_hash = $2 WHERE email = $1', [email, weak]);
    await signIn(browser, email);

    const [row] = await test.sql<{ digest: string }>(
      'SELECT password_hash AS digest FROM customer WHERE email = $1',
      [email],
    );

    expect(row?.digest).toContain('m=19456');
  });

  it('asks one statement of the database to know who is calling', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    test.statements.length = 0;

    await browser.data('{ __typename }');

    expect(test.statements).toHaveLength(1);
  });
});

describe('refreshing', () => {
  it('replaces the refresh token at each use', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const first = browser.cookie('cw_refresh');

    const refreshed = await refresh(browser);

    expect(refreshed).toMatchObject({ customer: { email }, userErrors: [] });
    expect(browser.cookie('cw_refresh')).not.toBe(first);
    expect(await browser.data(ME)).toEqual({ me: { email } });
  });

  it('rotates once for tabs that refresh at the same time', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const tabs = Array.from({ length: 20 }, () => copyOf(browser));

    const outcomes = await Promise.all(tabs.map((tab) => refresh(tab)));

    expect(outcomes.every(({ session }) => session !== null)).toBe(true);
    expect(new Set(tabs.map((tab) => tab.cookie('cw_refresh'))).size).toBe(1);
    const [count] = await test.sql<{ tokens: number }>(
      `SELECT count(*)::int AS tokens FROM refresh_token t JOIN session s ON s.id = t.session_id
       JOIN customer c ON c.id = s.customer_id WHERE c.email = $1`,
      [email],
    );
    expect(count?.tokens).toBe(2);
  });

  it('ends the session when a spent token comes back later (ASVS 10.4.5)', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const thief = copyOf(browser);
    await refresh(browser);

    test.clock.advance(11);

    expect(await refresh(thief)).toMatchObject({ session: null, customer: null });
    expect(thief.cookie('cw_refresh')).toBeUndefined();
    const { status, errors } = await browser.send(ME);
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await refresh(browser)).toMatchObject({ session: null });
  });

  it('ends the session when a grandparent comes back, even at once', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const thief = copyOf(browser);
    await refresh(browser);
    await refresh(browser);

    expect(await refresh(thief)).toMatchObject({ session: null });
    expect(await refresh(browser)).toMatchObject({ session: null });
  });

  it('stops 30 days after sign-in, however busy the session is (ASVS 7.3.2)', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    test.clock.advance(29 * 86_400);
    expect(await refresh(browser)).toMatchObject({ customer: { email } });

    test.clock.advance(86_400);

    expect(await refresh(browser)).toMatchObject({ session: null });
    expect(browser.cookie('cw_refresh')).toBeUndefined();
  });

  it('answers a caller without a session with none, and no error', async () => {
    const browser = test.publicClient();
    expect(await refresh(browser)).toEqual({ customer: null, session: null, userErrors: [] });

    browser.setCookie('cw_refresh', 'not-a-token');

    expect(await refresh(browser)).toEqual({ customer: null, session: null, userErrors: [] });
  });

  it('does not answer a form that another site sends (ASVS 3.5.2)', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const cookie = `cw_refresh=${browser.cookie('cw_refresh')}`;
    const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

    const forms = await Promise.all(
      simple.map((type) =>
        test.app.http.inject({
          method: 'POST',
          url: '/graphql',
          headers: { cookie, 'content-type': type },
          payload: JSON.stringify({ query: END }),
        }),
      ),
    );
    const link = await test.app.http.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(END)}`,
      headers: { cookie },
    });

    for (const { statusCode } of [...forms, link]) expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(await refresh(browser)).toMatchObject({ customer: { email } });
  });
});

describe('signing out', () => {
  it('ends the session and both of its tokens (ASVS 7.4.1)', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const thief = copyOf(browser);
    const { accessToken } = browser;
    browser.accessToken = undefined;

    expect(await browser.data(END)).toMatchObject({ sessionEnd: { ended: true } });

    expect(browser.cookie('cw_refresh')).toBeUndefined();
    expect(await refresh(thief)).toMatchObject({ session: null });
    browser.accessToken = accessToken;
    expect((await browser.send(ME)).status).toBe(401);
  });

  it('works with the access token alone', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);
    const app = test.publicClient();
    app.accessToken = browser.accessToken;

    expect(await app.data(END)).toMatchObject({ sessionEnd: { ended: true } });

    expect(await refresh(browser)).toMatchObject({ session: null });
  });

  it('says when there was nothing to end', async () => {
    expect(await test.publicClient().data(END)).toMatchObject({ sessionEnd: { ended: false } });
  });
});

describe('who am I', () => {
  it('is nobody without a token', async () => {
    expect(await test.publicClient().data(ME)).toEqual({ me: null });
  });

  it('is refused with a token that has expired', async () => {
    const { email, browser } = await aCustomer();
    await signIn(browser, email);

    test.clock.advance(15 * 60);

    expect((await browser.send(ME)).status).toBe(401);
  });
});
