import type { GraphqlClient, SeenError } from '../../testing';

/** What is said of a promotion that a test makes; the rest is as shops have it most often. */
export type StatedPromotion = Record<string, unknown> & {
  readonly name: string;
  readonly benefit: Record<string, unknown>;
};

/** Makes a promotion as staff do, or tells why not. */
export async function tryToPromote(staff: GraphqlClient, stated: StatedPromotion) {
  const { promotionCreate } = await staff.data<{
    promotionCreate: {
      promotion: { id: string; version: number } | null;
      userErrors: readonly SeenError[];
    };
  }>(
    `mutation ($input: PromotionCreateInput!) { promotionCreate(input: $input) {
       promotion { id version } userErrors { __typename code message path } } }`,
    { input: { class: 'ORDER', ...stated } },
  );
  return promotionCreate;
}

/** Makes a promotion as staff do; returns its id. */
export async function promote(staff: GraphqlClient, stated: StatedPromotion): Promise<string> {
  const { promotion, userErrors } = await tryToPromote(staff, stated);
  if (!promotion) throw new Error(JSON.stringify(userErrors));
  return promotion.id;
}

/** Makes a code of a promotion that can be used once. */
export async function generateCode(staff: GraphqlClient, promotionId: string): Promise<string> {
  const { couponCodesGenerate } = await staff.data<{
    couponCodesGenerate: { codes: readonly string[] };
  }>(
    `mutation ($input: CouponCodesGenerateInput!) { couponCodesGenerate(input: $input) { codes } }`,
    { input: { promotionId, count: 1, idempotencyKey: promotionId } },
  );
  return couponCodesGenerate.codes[0] ?? '';
}
