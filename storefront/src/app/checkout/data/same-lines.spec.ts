import { holdsSameLines } from './same-lines';

const line = (id: string, quantity: number) => ({ variation: { id }, quantity });

describe('holdsSameLines', () => {
  it('does not mind the order of the lines', () => {
    expect(holdsSameLines([line('a', 1), line('b', 2)], [line('b', 2), line('a', 1)])).toBe(true);
  });

  it('sees another quantity, a line more and a line less', () => {
    expect(holdsSameLines([line('a', 1)], [line('a', 2)])).toBe(false);
    expect(holdsSameLines([line('a', 1)], [line('a', 1), line('b', 1)])).toBe(false);
    expect(holdsSameLines([line('a', 1), line('b', 1)], [line('a', 1)])).toBe(false);
  });
});
