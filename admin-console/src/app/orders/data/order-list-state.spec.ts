import {
  isNewestOfAll,
  newestOrdersVariables,
  orderFilter,
  orderListParams,
  orderListState,
} from './order-list-state';

describe('order list state', () => {
  it('asks for the newest orders when the address says nothing', () => {
    expect(orderFilter(orderListState({}))).toEqual({});
    expect(newestOrdersVariables).toEqual({ first: 25 });
  });

  it('turns a view and a search into a filter', () => {
    const state = orderListState({ view: 'unfulfilled', q: ' ada ' });

    expect(orderFilter(state)).toEqual({
      where: { statuses: ['PENDING', 'CONFIRMED', 'PROCESSING'], query: 'ada' },
    });
  });

  it('goes forwards where an address names both ways', () => {
    expect(orderListState({ after: 'x', before: 'y' })).toMatchObject({
      after: 'x',
      before: undefined,
    });
  });

  it('ignores a view it does not know', () => {
    expect(orderListState({ view: 'nonsense' }).view.id).toBe('all');
  });

  it('survives the way into the address and back', () => {
    const state = orderListState({ view: 'unpaid', q: 'ada', after: 'x' });

    expect(orderListState(orderListParams(state))).toEqual(state);
  });

  it('leaves defaults out of the address', () => {
    expect(orderListParams(orderListState({ view: 'all' }))).toEqual({});
  });

  it('shows new orders by itself only on the first page without filters', () => {
    expect(isNewestOfAll(orderListState({}))).toBe(true);
    expect(isNewestOfAll(orderListState({ q: 'ada' }))).toBe(false);
    expect(isNewestOfAll(orderListState({ view: 'unpaid' }))).toBe(false);
    expect(isNewestOfAll(orderListState({ after: 'x' }))).toBe(false);
  });
});
