import { anOrder } from '../../testing/orders';
import { chosenUnits, unitsOf, unpackedUnits } from './line-units';

const [line] = anOrder().lines;

describe('the units of an order’s lines', () => {
  it('are offered where some are left to be packed, all of them at first', () => {
    if (!line) throw new Error('The order has no line.');
    const lines = [
      { ...line, id: 'l1', quantity: 5, packedQuantity: 2, cancelledQuantity: 1 },
      { ...line, id: 'l2', quantity: 1, packedQuantity: 1 },
    ];

    expect(unitsOf(lines as never, unpackedUnits, 'all')).toEqual([
      { lineId: 'l1', title: 'Dot Matrix Poster, A2', most: 2, quantity: '2' },
    ]);
  });

  it('are sent only where at least one is meant', () => {
    const units = [
      { lineId: 'l1', title: '', most: 2, quantity: '0' },
      { lineId: 'l2', title: '', most: 2, quantity: '2' },
    ];

    expect(chosenUnits(units)).toEqual([{ lineId: 'l2', quantity: 2 }]);
  });
});
