import type { CartProblemCode } from '#shared/graphql/types.generated';

/** A problem the server found in the cart. */
export interface CartProblemFacts {
  readonly code: CartProblemCode;
  readonly lineId: string;
  readonly available?: number | null;
}

/** What the shopper is told about one line, and what one press puts right. */
export interface LineNotice {
  readonly tone: 'warning' | 'danger';
  readonly text: string;
  readonly remedy: LineRemedy | null;
}

/** A one-press answer to a problem. */
export type LineRemedy =
  | { readonly kind: 'remove'; readonly label: string }
  | { readonly kind: 'reduce'; readonly label: string; readonly quantity: number };

/** The prices of a line, as texts ready to be read. */
export interface LinePrices {
  readonly before: string;
  readonly now: string;
}

/** Words for one problem of one line. */
export function lineNotice(problem: CartProblemFacts, prices: LinePrices): LineNotice {
  const available = problem.available ?? 0;
  if (problem.code === 'PRICE_CHANGED') {
    return {
      tone: 'warning',
      text: `The price was ${prices.before} when you added this. It is now ${prices.now}.`,
      remedy: null,
    };
  }
  if (problem.code === 'NO_LONGER_OFFERED') {
    return {
      tone: 'danger',
      text: 'It is no longer sold like this. Remove it, and choose it anew.',
      remedy: { kind: 'remove', label: 'Remove it' },
    };
  }
  if (problem.code === 'OUT_OF_STOCK' || available === 0) {
    return {
      tone: 'danger',
      text: 'Sold out since you added it.',
      remedy: { kind: 'remove', label: 'Remove it' },
    };
  }
  return {
    tone: 'warning',
    text: `Only ${available} left.`,
    remedy: { kind: 'reduce', label: `Change to ${available}`, quantity: available },
  };
}

/** Whether the cart can go to the checkout; a moved price does not stop it, missing stock does. */
export function blocksCheckout(problems: readonly CartProblemFacts[]): boolean {
  return problems.some((problem) => problem.code !== 'PRICE_CHANGED');
}
