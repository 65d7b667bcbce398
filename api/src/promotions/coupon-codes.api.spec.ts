import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  signInStaff,
  type TestApp,
} from '../testing';
import { promote } from './testing/promote';

describe('sets of coupon codes', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let promotionId: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    promotionId = await promote(staff, {
      name: 'Letters',
      requiresCode: true,
      benefit: { kind: 'FIXED', amountOff: '5' },
    });
  });
  afterAll(() => test.close());

  async function generate(input: Record<string, unknown>) {
    const { couponCodesGenerate } = await staff.data<{
      couponCodesGenerate: { codes: string[] | null; userErrors: SeenError[] };
    }>(
      `mutation ($input: CouponCodesGenerateInput!) { couponCodesGenerate(input: $input) {
         codes userErrors { code path } } }`,
      { input: { promotionId, ...input } },
    );
    return couponCodesGenerate;
  }
  const made = async () =>
    (
      await test.sql<{ code: string }>('SELECT code FROM coupon_code WHERE promotion_id = $1', [
        promotionId,
      ])
    ).length;

  it('are made once per key, however often they are asked for at once and later', async () => {
    const before = await made();
    const ask = () => generate({ count: 40, idempotencyKey: 'spring' });

    const [first, ...repeats] = await Promise.all(Array.from({ length: 8 }, ask));
    const later = await ask();

    expect(first?.codes).toHaveLength(40);
    for (const repeat of [...repeats, later]) expect(repeat).toEqual(first);
    expect(await made()).toBe(before + 40);
  });

  it('are others with another key, and refused for a key that asked for something else', async () => {
    const one = await generate({ count: 2, idempotencyKey: 'one' });
    const two = await generate({ count: 2, idempotencyKey: 'two' });
    const reused = await generate({ count: 3, idempotencyKey: 'one' });

    expect(new Set([...(one.codes ?? []), ...(two.codes ?? [])]).size).toBe(4);
    expect(reused).toEqual({
      codes: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }],
    });
  });

  it('do not bring back what was taken away since', async () => {
    const ask = () => generate({ count: 2, idempotencyKey: 'autumn' });
    const [kept, removed] = (await ask()).codes ?? [];
    await staff.data(
      `mutation ($input: CouponCodesRemoveInput!) { couponCodesRemove(input: $input) {
         userErrors { code } } }`,
      { input: { promotionId, codes: [removed] } },
    );

    expect((await ask()).codes).toEqual([kept]);
  });
});
