import { createTestApp, type GraphqlClient, signInStaff, type TestApp } from '../testing';
import { cardNow, issueCard } from './testing/issued-card';

const PROBLEMS = 'userErrors { __typename code message path }';

describe('gift cards', () => {
  let test: TestApp;
  let staff: GraphqlClient;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
  });
  afterAll(() => test.close());

  /** A stranger at an address of their own. */
  let addresses = 0;
  const shopper = (): GraphqlClient => {
    const client = test.publicClient();
    addresses += 1;
    client.address = `203.0.113.${addresses}`;
    return client;
  };
  const balanceOf = async (client: GraphqlClient, code: string) => {
    const { giftCardBalance } = await client.data<{
      giftCardBalance: { available: { amount: string }; last4: string; problem: string | null };
    }>(
      'query ($code: String!) { giftCardBalance(code: $code) { last4 available { amount } problem } }',
      {
        code,
      },
    );
    return giftCardBalance;
  };
  const change = async (field: string, input: Record<string, unknown>) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const data = await staff.data<
      Record<string, { userErrors: { code: string; path: string[] | null }[] }>
    >(`mutation ($input: ${type}!) { ${field}(input: $input) { ${PROBLEMS} } }`, { input });
    return data[field]?.userErrors.map(({ code, path }) => [code, path]);
  };

  it('are worth what they were issued for, and told by their code alone', async () => {
    const { code, last4, id } = await issueCard(staff, '25.00');

    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(code.endsWith(last4)).toBe(true);
    expect(await balanceOf(shopper(), code.toLowerCase())).toEqual({
      last4,
      available: { amount: '25.00' },
      problem: null,
    });
    expect(await cardNow(staff, id)).toMatchObject({ balance: '25.00', entries: ['ISSUE 25.00'] });
  });

  it('are issued once per key, and the repeat is told the same code', async () => {
    const [one, again] = [
      await issueCard(staff, '5.00', { idempotencyKey: 'twice' }),
      await issueCard(staff, '5.00', { idempotencyKey: 'twice' }),
    ];

    expect(again).toEqual(one);
  });

  it('leave no code in the database', async () => {
    const { code } = await issueCard(staff, '5.00', { recipientEmail: 'friend@example.com' });

    const tables = await test.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await test.sql(
        `SELECT 1 FROM "${name}" t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0`,
        [code, code.replaceAll('-', '')],
      );
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('tell by an event that they were issued, so that the code can be mailed', async () => {
    const { id, last4, code } = await issueCard(staff, '5.00', {
      recipientEmail: 'friend@example.com',
    });

    const [event] = await test.app.platform.eventLog.histories('gift-card', [id]);
    expect(event).toMatchObject({
      type: 'ISSUED',
      sequence: 1,
      payload: { last4, email: 'friend@example.com', amountMinor: '500', currencyCode: 'GBP' },
    });
    expect(test.app.modules.giftCards.cards.codeOf(id)).toBe(code);
  });

  it('are corrected up and down for a reason, yet never below nothing', async () => {
    const { id } = await issueCard(staff, '10.00');
    const by = (amount: string, key: string) =>
      change('giftCardAdjust', { giftCardId: id, amount, reason: 'Goodwill', idempotencyKey: key });

    expect(await by('2.50', 'up')).toEqual([]);
    expect(await by('2.50', 'up')).toEqual([]);
    expect(await by('-12.51', 'too much')).toEqual([['INVALID_INPUT', ['amount']]]);
    expect(await by('0', 'nothing')).toEqual([['INVALID_INPUT', ['amount']]]);
    expect(await by('0.001', 'too fine')).toEqual([['INVALID_INPUT', ['amount']]]);
    expect(await by('-12.50', 'down')).toEqual([]);

    expect(await cardNow(staff, id)).toEqual({
      version: 3,
      balance: '0.00',
      held: '0.00',
      entries: ['ISSUE 10.00', 'ADJUST 2.50', 'ADJUST -12.50'],
      reasons: ['Goodwill', 'Goodwill'],
    });
  });

  it('are not changed by somebody who has seen another version', async () => {
    const { id } = await issueCard(staff, '10.00');

    expect(
      await change('giftCardDisable', { giftCardId: id, reason: 'Stolen', expectedVersion: 7 }),
    ).toEqual([['VERSION_CONFLICT', ['expectedVersion']]]);
  });

  it('say why they cannot pay: disabled, over, empty', async () => {
    const [disabled, over, empty] = [
      await issueCard(staff, '10.00'),
      await issueCard(staff, '10.00', {
        expiresAt: new Date(test.clock.now().getTime() + 60_000).toISOString(),
      }),
      await issueCard(staff, '10.00'),
    ];
    await change('giftCardDisable', { giftCardId: disabled.id, reason: 'Stolen' });
    await change('giftCardAdjust', {
      giftCardId: empty.id,
      amount: '-10.00',
      reason: 'Mistake',
      idempotencyKey: 'all of it',
    });
    test.clock.advance(60);

    const client = shopper();
    const problems = [];
    for (const { code } of [disabled, over, empty]) {
      problems.push((await balanceOf(client, code)).problem);
    }
    expect(problems).toEqual(['DISABLED', 'EXPIRED', 'EMPTY']);
  });

  it('cannot be found by trying: ten unknown codes, and a network waits', async () => {
    const { code } = await issueCard(staff, '10.00');
    const thief = shopper();
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await balanceOf(thief, `0000-0000-0000-000${guess}`)).toBeNull();
    }

    const answer = await thief.send(`{ giftCardBalance(code: "${code}") { last4 } }`);

    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(await balanceOf(shopper(), code)).not.toBeNull();
  });

  it('cannot be tried many at once in one document', async () => {
    const guesses = [1, 2, 3].map((at) => `g${at}: giftCardBalance(code: "${at}") { last4 }`);

    const { errors } = await shopper().send(`{ ${guesses.join(' ')} }`);

    expect(errors?.[0]?.message).toBe('giftCardBalance must be the only field of its request.');
  });

  it('are listed for staff, newest first, and found by the end of a code or by an address', async () => {
    const { last4, id } = await issueCard(staff, '3.00', { recipientEmail: 'Zoe@example.com' });
    const list = async (args: string) =>
      (
        await staff.data<{ giftCards: { nodes: { id: string }[]; totalCount: number } }>(
          `{ giftCards(${args}) { nodes { id } totalCount } }`,
        )
      ).giftCards;

    expect((await list('first: 1')).nodes).toEqual([{ id }]);
    expect((await list(`query: "${last4.toLowerCase()}"`)).nodes).toContainEqual({ id });
    expect(await list('query: "zoe@"')).toEqual({ nodes: [{ id }], totalCount: 1 });
  });

  it('are nothing that the public contract knows of but a balance', async () => {
    const { errors } = await shopper().send('{ giftCards { totalCount } }');

    expect(errors?.[0]?.message).toContain('Cannot query field "giftCards"');
  });

  it('have a balance that only the ledger moves, whoever writes to the database', async () => {
    const { id } = await issueCard(staff, '10.00');

    await expect(
      test.sql('UPDATE gift_card SET balance_minor = 99999 WHERE id = $1', [id]),
    ).rejects.toThrow('moved by its ledger alone');
    await expect(
      test.sql(
        `INSERT INTO gift_card_entry (id, gift_card_id, kind, amount_minor, reason, actor, occurred_at)
         VALUES (uuidv7(), $1, 'ADJUST', -1001, 'Too much', '{}', now())`,
        [id],
      ),
    ).rejects.toThrow('gift_card_balance_minor_check');
    await expect(
      test.sql('DELETE FROM gift_card_entry WHERE gift_card_id = $1', [id]),
    ).rejects.toThrow('append-only');
  });
});
