import fc from 'fast-check';

import { blockedBy, decide, orderActions, placedState } from './order-state';
import type { OrderState } from './order-status';

const after = (...actions: Parameters<typeof decide>[1][]): OrderState =>
  actions.reduce<OrderState>((state, action) => {
    const result = decide(state, action, 'staff');
    if (!result.ok) throw new Error(`${action} is refused`);
    return result.value.state;
  }, placedState);

describe('an order', () => {
  it('goes from pending to delivered in four steps', () => {
    expect(after('CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER')).toEqual({
      status: 'DELIVERED',
      paymentStatus: 'PENDING',
      fulfilmentStatus: 'DELIVERED',
    });
  });

  it('cannot skip a step', () => {
    expect(decide(placedState, 'SHIP', 'staff')).toMatchObject({
      ok: false,
      refusals: [{ code: 'ILLEGAL_TRANSITION' }],
    });
  });

  it('says what is to be done first, and what has been done already', () => {
    expect(blockedBy(placedState, 'DELIVER', 'staff')).toBe('Ship the order first.');
    expect(blockedBy(after('CONFIRM', 'START_PROCESSING'), 'CONFIRM', 'staff')).toBe(
      'The order is already processing.',
    );
  });

  it('refuses to cancel a shipped order', () => {
    expect(blockedBy(after('CONFIRM', 'START_PROCESSING', 'SHIP'), 'CANCEL', 'staff')).toBe(
      'The order is already shipped.',
    );
  });

  it('lets a shopper cancel until the shop works on it, and staff until it is shipped', () => {
    const processing = after('CONFIRM', 'START_PROCESSING');

    expect(blockedBy(after('CONFIRM'), 'CANCEL', 'shopper')).toBeUndefined();
    expect(blockedBy(processing, 'CANCEL', 'shopper')).toBeDefined();
    expect(blockedBy(processing, 'CANCEL', 'staff')).toBeUndefined();
  });

  it('gives the money back when a paid order is cancelled, and asks for none when it is not paid', () => {
    expect(after('MARK_PAID', 'CANCEL').paymentStatus).toBe('REFUNDED');
    expect(after('CANCEL').paymentStatus).toBe('VOIDED');
  });

  it('is not refunded before anything was paid', () => {
    const shipped = after('CONFIRM', 'START_PROCESSING', 'SHIP');

    expect(blockedBy(shipped, 'REFUND', 'staff')).toBe('Nothing has been paid yet.');
  });

  it('lets a shopper do nothing but cancel', () => {
    for (const action of orderActions.filter((each) => each !== 'CANCEL')) {
      expect(blockedBy(placedState, action, 'shopper')).toBeDefined();
    }
  });

  it('ends once, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...orderActions), { maxLength: 30 }), (actions) => {
        let state = placedState;
        let ended = false;
        for (const action of actions) {
          const result = decide(state, action, 'staff');
          if (ended) expect(result.ok).toBe(false);
          if (result.ok) state = result.value.state;
          ended = state.status === 'CANCELLED' || state.status === 'REFUNDED';
          if (state.paymentStatus === 'VOIDED') expect(state.status).toBe('CANCELLED');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
