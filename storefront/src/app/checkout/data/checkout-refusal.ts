import type { CheckoutRefusalFragment } from './checkout-fragments.generated';

/** An amount with its currency. */
export interface Amount {
  readonly amount: string;
  readonly currencyCode: string;
}

/** What stands between the shopper and the next step, as the page needs to draw it. */
export type CheckoutProblem =
  | { readonly kind: 'stock'; readonly shortages: readonly Shortage[] }
  | { readonly kind: 'total-changed'; readonly from: Amount; readonly to: Amount }
  | { readonly kind: 'closed' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'declined'; readonly message: string }
  | { readonly kind: 'invalid'; readonly message: string; readonly path: readonly string[] }
  | { readonly kind: 'network'; readonly message: string };

/** A line of which fewer units are left than wanted. */
export interface Shortage {
  readonly title: string;
  readonly available: number;
}

interface NamedLine {
  readonly id: string;
  readonly variation: {
    readonly id: string;
    readonly title: string;
    readonly product: { readonly title: string };
  };
}

/** Reads the server's refusals into the one problem to show; null when there was none. */
export function problemOf(
  refusals: readonly CheckoutRefusalFragment[],
  lines: readonly NamedLine[],
): CheckoutProblem | null {
  const [first] = refusals;
  if (!first) {
    return null;
  }
  const shortages = refusals.flatMap((refusal) =>
    refusal.__typename === 'InsufficientStock'
      ? [{ title: lineTitle(lines, refusal.variationId), available: refusal.available }]
      : [],
  );
  if (shortages.length > 0) {
    return { kind: 'stock', shortages };
  }
  if (first.__typename === 'TotalChanged') {
    return { kind: 'total-changed', from: first.expected, to: first.actual };
  }
  switch (first.code) {
    case 'CHECKOUT_CLOSED':
    case 'NOT_FOUND':
    case 'ILLEGAL_TRANSITION':
      return { kind: 'closed' };
    case 'CART_EMPTY':
      return { kind: 'empty' };
    case 'VERSION_CONFLICT':
      return { kind: 'conflict' };
    case 'PAYMENT_UNAVAILABLE':
      return { kind: 'unavailable' };
    case 'PAYMENT_DECLINED':
    case 'IDEMPOTENCY_KEY_REUSED':
      return { kind: 'declined', message: first.message };
    default:
      return { kind: 'invalid', message: first.message, path: first.path ?? [] };
  }
}

/** How a shortage is said. */
export function shortageText({ title, available }: Shortage): string {
  return available === 0 ? `${title} has just sold out.` : `Only ${available} of ${title} left.`;
}

function lineTitle(lines: readonly NamedLine[], variationId: string): string {
  const variation = lines.find((line) => line.variation.id === variationId)?.variation;
  if (!variation) {
    return 'An item';
  }
  return variation.title === 'Default'
    ? variation.product.title
    : `${variation.product.title} (${variation.title})`;
}
