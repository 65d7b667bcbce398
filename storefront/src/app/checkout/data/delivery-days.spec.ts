import { deliveryDays } from './delivery-days';

describe('the time of a delivery', () => {
  it.each([
    [2, 4, '2 to 4 working days'],
    [3, 3, '3 working days'],
    [null, 5, '5 working days'],
    [1, 1, 'Next working day'],
    [null, null, null],
  ])('of %s to %s days reads %s', (minDays, maxDays, words) => {
    expect(deliveryDays({ minDays, maxDays })).toBe(words);
  });
});
