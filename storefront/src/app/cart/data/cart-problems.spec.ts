import { blocksCheckout, lineNotice } from './cart-problems';

const prices = { before: '£12.00', now: '£14.00' };

describe('cart problems', () => {
  it('offers to remove what is sold out', () => {
    const notice = lineNotice({ code: 'OUT_OF_STOCK', lineId: 'l1', available: 0 }, prices);

    expect(notice.text).toBe('Sold out since you added it.');
    expect(notice.remedy?.kind).toBe('remove');
  });

  it('offers to reduce a line to what is left', () => {
    const notice = lineNotice({ code: 'INSUFFICIENT_STOCK', lineId: 'l1', available: 2 }, prices);

    expect(notice.text).toBe('Only 2 left.');
    expect(notice.remedy).toEqual({ kind: 'reduce', label: 'Change to 2', quantity: 2 });
  });

  it('says from what to what a price moved', () => {
    const notice = lineNotice({ code: 'PRICE_CHANGED', lineId: 'l1' }, prices);

    expect(notice.text).toBe('The price was £12.00 when you added this. It is now £14.00.');
    expect(notice.remedy).toBeNull();
  });

  it('stops the checkout for missing stock, not for a moved price', () => {
    expect(blocksCheckout([{ code: 'PRICE_CHANGED', lineId: 'l1' }])).toBe(false);
    expect(blocksCheckout([{ code: 'INSUFFICIENT_STOCK', lineId: 'l1', available: 1 }])).toBe(true);
  });

  it('offers to remove what is no longer sold like this, which stops the checkout', () => {
    const problem = { code: 'NO_LONGER_OFFERED', lineId: 'l1' } as const;

    expect(lineNotice(problem, prices).remedy?.kind).toBe('remove');
    expect(blocksCheckout([problem])).toBe(true);
  });
});
