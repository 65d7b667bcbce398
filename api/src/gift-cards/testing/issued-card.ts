import type { GraphqlClient } from '../../testing';

/** A gift card as the member of staff who issued it sees it. */
export interface IssuedCard {
  readonly id: string;
  readonly code: string;
  readonly last4: string;
}

let keys = 0;

/** Issues a gift card, with only what matters to a test. */
export async function issueCard(
  staff: GraphqlClient,
  amount: string,
  input: Record<string, unknown> = {},
): Promise<IssuedCard> {
  keys += 1;
  const { giftCardIssue } = await staff.data<{
    giftCardIssue: {
      code: string;
      giftCard: { id: string; last4: string } | null;
      userErrors: { message: string }[];
    };
  }>(
    `mutation ($input: GiftCardIssueInput!) { giftCardIssue(input: $input) {
       code giftCard { id last4 } userErrors { message } } }`,
    {
      input: {
        amount: { amount, currencyCode: 'GBP' },
        idempotencyKey: `card ${keys}`,
        ...input,
      },
    },
  );
  if (!giftCardIssue.giftCard) throw new Error(JSON.stringify(giftCardIssue.userErrors));
  return { ...giftCardIssue.giftCard, code: giftCardIssue.code };
}

/** What is left on a card, and every movement of it. */
export async function cardNow(staff: GraphqlClient, id: string) {
  const { giftCard } = await staff.data<{
    giftCard: {
      version: number;
      balance: { amount: string };
      held: { amount: string };
      entries: { kind: string; amount: { amount: string }; reason: string | null }[];
    };
  }>(
    `query ($id: ID!) { giftCard(id: $id) { version balance { amount } held { amount }
       entries { kind amount { amount } reason } } }`,
    { id },
  );
  return {
    version: giftCard.version,
    balance: giftCard.balance.amount,
    held: giftCard.held.amount,
    entries: giftCard.entries.map(({ kind, amount }) => `${kind} ${amount.amount}`),
    reasons: giftCard.entries.flatMap(({ reason }) => reason ?? []),
  };
}
