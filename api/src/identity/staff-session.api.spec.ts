import { permissions } from '../platform/security/viewer';
import type { GraphqlClient, TestApp } from '../testing';
import { createTestApp } from '../testing';

const SIGN_IN = `mutation ($input: SessionCreateInput!) { staffSessionCreate(input: $input) {
  staffMember { id email name permissions } session { accessToken } userErrors { code } } }`;
const REFRESH = `mutation { staffSessionRefresh {
  staffMember { email } session { accessToken } userErrors { code } } }`;
const END = 'mutation { staffSessionEnd { ended } }';
const VIEWER = '{ viewer { email permissions } }';

const password = 'halftone-staff';

interface StaffPayload {
  readonly staffMember: { readonly email: string; readonly permissions: string[] } | null;
  readonly session: { readonly accessToken: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

let test: TestApp;
let emails = 0;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test.close();
});

async function aStaffMember(role = 'owner'): Promise<{ email: string; desk: GraphqlClient }> {
  emails += 1;
  const email = `staff-${emails}@halftone.example`;
  const made = await test.app.modules.identity.accounts.staffMember({
    email,
    name: 'Ada Lovelace',
    password,
    role,
  });
  if (!made.ok) throw new Error('The member of staff could not be made.');
  const desk = test.adminClient();
  desk.address = `203.0.113.${emails}`;
  return { email, desk };
}

async function signIn(desk: GraphqlClient, email: string): Promise<StaffPayload> {
  const input = { email, password };
  const data = await desk.data<{ staffSessionCreate: StaffPayload }>(SIGN_IN, { input });
  desk.accessToken = data.staffSessionCreate.session?.accessToken;
  return data.staffSessionCreate;
}

async function refresh(desk: GraphqlClient): Promise<StaffPayload> {
  desk.accessToken = undefined;
  const data = await desk.data<{ staffSessionRefresh: StaffPayload }>(REFRESH);
  desk.accessToken = data.staffSessionRefresh.session?.accessToken;
  return data.staffSessionRefresh;
}

describe('staff signing in', () => {
  it('may do what their role says', async () => {
    const owner = await aStaffMember('owner');
    const clerk = await aStaffMember('order-desk');

    const asOwner = await signIn(owner.desk, owner.email);
    const asClerk = await signIn(clerk.desk, clerk.email);

    expect(asOwner.staffMember?.permissions).toEqual([...permissions]);
    expect(asClerk.staffMember?.permissions).toEqual([
      'CATALOG_READ',
      'INVENTORY_READ',
      'ORDERS_READ',
      'ORDERS_WRITE',
      'MESSAGES_READ',
    ]);
  });

  it('keeps the refresh token to the admin contract', async () => {
    const { email, desk } = await aStaffMember();

    const answer = await desk.send(SIGN_IN, { input: { email, password } });

    expect(String(answer.headers['set-cookie'])).toMatch(
      /^cw_staff_refresh=[\w-]{43}; Max-Age=43(200|199); Path=\/graphql\/admin; HttpOnly; SameSite=Lax$/,
    );
  });

  it('does not work with a customer account', async () => {
    const email = 'customer@halftone.example';
    await test.app.modules.identity.accounts.customer({ email, name: 'Grace', password });

    expect(await signIn(test.adminClient(), email)).toMatchObject({
      session: null,
      userErrors: [{ code: 'INVALID_CREDENTIALS' }],
    });
  });

  it('is refused to a disabled account in the words of a wrong password', async () => {
    const { email, desk } = await aStaffMember();
    await test.sql('UPDATE staff_member SET disabled_at = now() WHERE email = $1', [email]);

    expect(await signIn(desk, email)).toMatchObject({
      staffMember: null,
      userErrors: [{ code: 'INVALID_CREDENTIALS' }],
    });
  });
});

describe('a staff session', () => {
  it('shows who is signed in', async () => {
    const { email, desk } = await aStaffMember();
    await signIn(desk, email);

    expect(await desk.data(VIEWER)).toMatchObject({ viewer: { email } });
  });

  it('is over at once when the account is disabled (ASVS 7.4.2)', async () => {
    const { email, desk } = await aStaffMember();
    await signIn(desk, email);

    await test.sql('UPDATE staff_member SET disabled_at = now() WHERE email = $1', [email]);

    expect((await desk.send(VIEWER)).status).toBe(401);
    expect(await refresh(desk)).toMatchObject({ session: null });
  });

  it('loses a permission as soon as the role does (ASVS 8.3.2)', async () => {
    const { email, desk } = await aStaffMember('order-desk');
    await signIn(desk, email);
    await test.sql(`UPDATE staff_role SET permissions = '{ORDERS_READ}' WHERE name = 'order-desk'`);

    expect(await desk.data(VIEWER)).toMatchObject({ viewer: { permissions: ['ORDERS_READ'] } });
  });

  it('lasts 12 hours, however busy it is (ASVS 7.3.2)', async () => {
    const { email, desk } = await aStaffMember();
    await signIn(desk, email);
    test.clock.advance(11 * 3_600);
    expect(await refresh(desk)).toMatchObject({ staffMember: { email } });

    test.clock.advance(3_600);

    expect(await refresh(desk)).toMatchObject({ session: null });
  });

  it('ends when staff sign out', async () => {
    const { email, desk } = await aStaffMember();
    await signIn(desk, email);

    expect(await desk.data(END)).toEqual({ staffSessionEnd: { ended: true } });

    expect((await desk.send(VIEWER)).status).toBe(401);
    expect(desk.cookie('cw_staff_refresh')).toBeUndefined();
  });
});

describe('the two contracts', () => {
  it('refuse the tokens of each other (ASVS 9.2.3)', async () => {
    const { email, desk } = await aStaffMember();
    await signIn(desk, email);
    const shop = test.publicClient();
    shop.accessToken = desk.accessToken;
    const registered = await test.publicClient().data<{
      customerRegister: { session: { accessToken: string } };
    }>(
      `mutation { customerRegister(input: {
        email: "both@halftone.example", name: "Both", password: "long enough" }) {
        session { accessToken } } }`,
    );
    const stranger = test.adminClient();
    stranger.accessToken = registered.customerRegister.session.accessToken;

    const atShop = await shop.send('{ me { email } }');
    const atDesk = await stranger.send(VIEWER);

    for (const { status, errors } of [atShop, atDesk]) {
      expect(status).toBe(401);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('do not take the refresh token of each other', async () => {
    const { email, desk } = await aStaffMember();
    await signIn(desk, email);
    const shop = test.publicClient();
    shop.setCookie('cw_refresh', desk.cookie('cw_staff_refresh') ?? '');

    expect(await shop.data('mutation { sessionRefresh { session { accessToken } } }')).toEqual({
      sessionRefresh: { session: null },
    });
    expect(await refresh(desk)).toMatchObject({ staffMember: { email } });
  });

  it('let a stranger at the full graph sign in and do nothing else', async () => {
    const stranger = test.adminClient();

    const { status, errors } = await stranger.send(VIEWER);

    expect(status).toBe(401);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
