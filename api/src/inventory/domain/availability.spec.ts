import { availabilityOf, availabilityOfProduct, lowStockOf } from './availability';

describe('availability', () => {
  it.each([
    [-1, 'OUT_OF_STOCK', undefined],
    [0, 'OUT_OF_STOCK', undefined],
    [1, 'LOW_STOCK', 1],
    [5, 'LOW_STOCK', 5],
    [6, 'IN_STOCK', undefined],
  ])('with %i units is %s', (units, name, told) => {
    expect(availabilityOf(units)).toBe(name);
    expect(lowStockOf(units)).toBe(told);
  });

  it.each([
    [[], 'OUT_OF_STOCK'],
    [[0, 0], 'OUT_OF_STOCK'],
    [[3, 3, 3], 'LOW_STOCK'],
    [[0, 6], 'IN_STOCK'],
  ])('of a product with %j units of its variations is %s', (units, name) => {
    expect(availabilityOfProduct(units)).toBe(name);
  });
});
