import { withNewOrder } from './order-arrival';

const page = { orders: { nodes: [{ id: 'b' }, { id: 'a' }], totalCount: 40 } };

describe('withNewOrder', () => {
  it('puts a new order on top and counts it', () => {
    const { orders } = withNewOrder(page, { id: 'c' });

    expect(orders.nodes.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(orders.totalCount).toBe(41);
  });

  it('leaves the page as it is when the order is there already', () => {
    expect(withNewOrder(page, { id: 'a' })).toBe(page);
  });

  it('keeps the last row, so that the next page goes on where this one ends', () => {
    const { orders } = withNewOrder(page, { id: 'c' });

    expect(orders.nodes.at(-1)).toEqual({ id: 'a' });
  });
});
