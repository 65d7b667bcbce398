import { cartMergeMessage } from './cart-merge';

describe('cartMergeMessage', () => {
  it('says nothing when nothing was merged', () => {
    expect(cartMergeMessage({ mergedLines: 0, cappedLines: 0 })).toBeNull();
    expect(cartMergeMessage(null)).toBeNull();
  });

  it('says how many lines came along', () => {
    expect(cartMergeMessage({ mergedLines: 1, cappedLines: 0 })).toBe(
      '1 item from this visit was added to your cart.',
    );
  });

  it('says when the stock capped a line', () => {
    expect(cartMergeMessage({ mergedLines: 2, cappedLines: 1 })).toBe(
      '2 items from this visit were added to your cart. 1 item had to be reduced to what is in stock.',
    );
  });
});
