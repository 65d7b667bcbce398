import { waitBefore } from './poll-while';

describe('the wait for a payment', () => {
  it('grows from two seconds to ten and stays there', () => {
    expect([0, 1, 2, 3, 4, 40].map(waitBefore)).toEqual([
      2_000, 3_000, 4_500, 6_750, 10_000, 10_000,
    ]);
  });
});
