import type { CheckoutRefusalFragment } from './checkout-fragments.generated';
import { problemOf, shortageText } from './checkout-refusal';

const line = {
  id: 'l1',
  variation: { id: 'v1', title: 'A2 / Black', product: { title: 'Dots' } },
};

function refusal(code: 'CHECKOUT_CLOSED' | 'CART_EMPTY'): CheckoutRefusalFragment {
  return { __typename: 'Refusal', code, message: 'No.', path: null };
}

describe('problemOf', () => {
  it('finds no problem where there was no refusal', () => {
    expect(problemOf([], [line])).toBeNull();
  });

  it('names the line that ran short and what is left', () => {
    const problem = problemOf(
      [
        {
          __typename: 'InsufficientStock',
          code: 'INSUFFICIENT_STOCK',
          message: 'Only 2 left.',
          path: null,
          lineId: 'l1',
          variationId: 'v1',
          available: 2,
        },
      ],
      [line],
    );

    expect(problem).toEqual({
      kind: 'stock',
      shortages: [{ title: 'Dots (A2 / Black)', available: 2 }],
    });
  });

  it('keeps both totals when the total moved', () => {
    const from = { amount: '20.00', currencyCode: 'GBP' };
    const to = { amount: '22.00', currencyCode: 'GBP' };

    const problem = problemOf(
      [
        {
          __typename: 'TotalChanged',
          code: 'TOTAL_CHANGED',
          message: 'The total changed.',
          path: null,
          expected: from,
          actual: to,
        },
      ],
      [],
    );

    expect(problem).toEqual({ kind: 'total-changed', from, to });
  });

  it('tells a closed checkout from an empty cart', () => {
    expect(problemOf([refusal('CHECKOUT_CLOSED')], [])).toEqual({ kind: 'closed' });
    expect(problemOf([refusal('CART_EMPTY')], [])).toEqual({ kind: 'empty' });
  });
});

describe('shortageText', () => {
  it('says sold out when nothing is left', () => {
    expect(shortageText({ title: 'Dots', available: 0 })).toBe('Dots has just sold out.');
    expect(shortageText({ title: 'Dots', available: 3 })).toBe('Only 3 of Dots left.');
  });
});
