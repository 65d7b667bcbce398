import { clampQuantity } from './clamp-quantity';

describe('a typed quantity', () => {
  it('is moved into the allowed range', () => {
    expect(clampQuantity('500', 1, 99, 2)).toBe(99);
    expect(clampQuantity('0', 1, 99, 2)).toBe(1);
  });

  it('is ignored when it is no number', () => {
    expect(clampQuantity('many', 1, 99, 2)).toBe(2);
  });
});
