import type { TestApp } from '../testing';
import { createTestApp } from '../testing';

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test.close();
});

const ada = {
  email: 'ada@halftone.example',
  name: 'Ada Lovelace',
  password: 'halftone-staff',
  role: 'owner',
};

describe('making accounts from outside', () => {
  it('refuses an e-mail address that has one', async () => {
    const { accounts } = test.app.modules.identity;
    const made = await accounts.staffMember(ada);

    const again = await accounts.staffMember({ ...ada, email: 'ADA@halftone.example' });

    expect(made.ok).toBe(true);
    expect(again).toMatchObject({ ok: false, refusals: [{ code: 'EMAIL_TAKEN' }] });
  });

  it('refuses a role that does not exist', async () => {
    const made = await test.app.modules.identity.accounts.staffMember({
      ...ada,
      email: 'other@halftone.example',
      role: 'emperor',
    });

    expect(made).toMatchObject({ ok: false, refusals: [{ path: ['role'] }] });
  });

  it('refuses a password that is too short', async () => {
    const made = await test.app.modules.identity.accounts.customer({
      email: 'grace@halftone.example',
      name: 'Grace Hopper',
      password: 'short',
    });

    expect(made).toMatchObject({ ok: false, refusals: [{ path: ['password'] }] });
  });

  it('can be repeated where it only has to exist', async () => {
    const { accounts } = test.app.modules.identity;
    const grace = {
      email: 'grace@halftone.example',
      name: 'Grace Hopper',
      password: 'halftone-shopper',
    };

    const first = await accounts.ensureCustomer(grace);
    const second = await accounts.ensureCustomer({ ...grace, password: 'another password' });

    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await test.sql('SELECT email FROM customer')).toEqual([{ email: grace.email }]);
  });
});

describe('sessions that ended long ago', () => {
  it('are forgotten with their tokens, and no others', async () => {
    const { accounts, jobs } = test.app.modules.identity;
    await accounts.ensureStaffMember(ada);
    const desk = test.adminClient();
    const signIn = (): Promise<unknown> =>
      desk.data(
        `mutation { staffSessionCreate(input: {
          email: "ada@halftone.example", password: "halftone-staff" }) { session { accessToken } } }`,
      );
    await signIn();
    test.clock.advance(32 * 86_400);
    await signIn();

    await jobs?.find(({ name }) => name === 'purge-sessions')?.run();

    expect(await test.sql('SELECT session_id FROM refresh_token')).toHaveLength(1);
    expect(await test.sql('SELECT id FROM session')).toHaveLength(1);
  });
});
