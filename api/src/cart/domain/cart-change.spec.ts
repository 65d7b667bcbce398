import fc from 'fast-check';

import {
  type CartChange,
  type CartContent,
  changeCart,
  couponCode,
  MAX_COUPONS,
  MAX_LINE_QUANTITY,
} from './cart-change';

const path = ['changes', '0'];
const line = (variationId: string, quantity: number) => ({
  id: `line-${variationId}`,
  variationId,
  quantity,
});
const cart = (...lines: CartContent['lines']): CartContent => ({ lines, couponCodes: [] });
const add = (variationId: string, quantity: number): CartChange => ({
  kind: 'ADD',
  variationId,
  quantity,
  path,
});
const parts = (...of: string[]) =>
  of.map((variationId) => ({ choiceId: 'c', variationId, quantity: 1 }));

describe('changing a cart', () => {
  it('adds to the line that a variation already has', () => {
    expect(changeCart(cart(line('a', 2)), [add('a', 3)])).toMatchObject({
      ok: true,
      value: { set: [{ id: 'line-a', quantity: 5 }], removedIds: [] },
    });
  });

  it('counts one variation given twice as one line', () => {
    expect(changeCart(cart(), [add('a', 1), add('a', 4)])).toMatchObject({
      ok: true,
      value: { set: [{ variationId: 'a', quantity: 5 }] },
    });
  });

  it('tells a bundle with other parts from it, whatever the order of the parts', () => {
    const changes: CartChange[] = [
      { ...add('set', 1), kind: 'ADD', variationId: 'set', quantity: 1, parts: parts('x', 'y') },
      { ...add('set', 1), kind: 'ADD', variationId: 'set', quantity: 1, parts: parts('y', 'x') },
      { ...add('set', 1), kind: 'ADD', variationId: 'set', quantity: 1, parts: parts('x') },
    ];

    expect(changeCart(cart(), changes)).toMatchObject({
      ok: true,
      value: { set: [{ quantity: 2 }, { quantity: 1 }] },
    });
  });

  it('refuses more units of one item than a line may have', () => {
    const result = changeCart(cart(line('a', MAX_LINE_QUANTITY)), [add('a', 1)]);

    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'QUANTITY_LIMIT', path: [...path, 'quantity'] }],
    });
  });

  it('names each change that cannot be made', () => {
    const result = changeCart(cart(line('a', 1)), [
      { kind: 'SET', lineId: 'line-b', quantity: 2, path: ['changes', '0', 'set'] },
      { kind: 'SET', lineId: 'line-a', quantity: 2, path: ['changes', '1', 'set'] },
      { kind: 'SET', lineId: 'line-c', quantity: 2, path: ['changes', '2', 'set'] },
    ]);

    expect(result).toMatchObject({
      ok: false,
      refusals: [
        { code: 'NOT_FOUND', path: ['changes', '0', 'set', 'lineId'] },
        { code: 'NOT_FOUND', path: ['changes', '2', 'set', 'lineId'] },
      ],
    });
  });

  it('lets the last of several wishes about a line count', () => {
    const set = (quantity: number): CartChange => ({
      kind: 'SET',
      lineId: 'line-a',
      quantity,
      path,
    });

    expect(changeCart(cart(line('a', 1)), [set(0), set(3)])).toMatchObject({
      value: { set: [{ id: 'line-a', quantity: 3 }], removedIds: [] },
    });
    expect(changeCart(cart(line('a', 1)), [set(3), set(0)])).toMatchObject({
      value: { set: [], removedIds: ['line-a'] },
    });
  });

  it('keeps codes once and in capitals, and not too many', () => {
    const apply = (code: string): CartChange => ({
      kind: 'APPLY_COUPON',
      couponCode: couponCode(code),
      path,
    });
    const codes = Array.from({ length: MAX_COUPONS + 1 }, (_, index) => apply(`C${index}`));

    expect(changeCart(cart(), [apply(' spring '), apply('SPRING')])).toMatchObject({
      value: { couponCodes: ['SPRING'] },
    });
    expect(changeCart(cart(), codes)).toMatchObject({
      ok: false,
      refusals: [{ code: 'QUANTITY_LIMIT', path }],
    });
  });

  it('ends, whatever is wished, with the units that a plain count gives', () => {
    const goods = fc.constantFrom('a', 'b', 'c');
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('ADD' as const),
        on: goods,
        by: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({ kind: fc.constant('SET' as const), on: goods, by: fc.nat(9) }),
      fc.record({ kind: fc.constant('REMOVE' as const), on: goods, by: fc.constant(0) }),
    );
    const start = cart(line('a', 1), line('b', 2), line('c', 3));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (wishes) => {
        const expected = new Map(start.lines.map((each) => [each.variationId, each.quantity]));
        for (const { kind, on, by } of wishes) {
          expected.set(on, kind === 'ADD' ? (expected.get(on) ?? 0) + by : by);
        }
        const changes = wishes.map(({ kind, on, by }): CartChange => {
          if (kind === 'ADD') return add(on, by);
          if (kind === 'SET') return { kind, lineId: `line-${on}`, quantity: by, path };
          return { kind, lineId: `line-${on}`, path };
        });

        const result = changeCart(start, changes);

        if (!result.ok) throw new Error('Nothing here can be refused.');
        const found = new Map(start.lines.map((each) => [each.variationId, each.quantity]));
        for (const { variationId, quantity } of result.value.set) found.set(variationId, quantity);
        for (const id of result.value.removedIds) found.set(id.replace('line-', ''), 0);
        expect(found).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
