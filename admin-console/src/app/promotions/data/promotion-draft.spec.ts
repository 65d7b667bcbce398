import { aBenefit, aPromotion } from '../../testing/promotions';
import {
  blankPromotion,
  placeInPromotion,
  toPromotionDraft,
  toPromotionInput,
} from './promotion-draft';

describe('a promotion', () => {
  it.each([
    [
      { kind: 'PERCENTAGE', percentOff: '10' },
      { kind: 'PERCENTAGE', percentOff: '10' },
    ],
    [
      { kind: 'FIXED', amountOff: ' 5 ' },
      { kind: 'FIXED', amountOff: '5' },
    ],
    [
      { kind: 'BUY_X_GET_Y', buyQuantity: '3', getQuantity: '1' },
      { kind: 'BUY_X_GET_Y', buyQuantity: 3, getQuantity: 1, percentOff: '100' },
    ],
    [{ kind: 'FREE_SHIPPING', percentOff: '10' }, { kind: 'FREE_SHIPPING' }],
    [
      {
        kind: 'TIERED',
        tierMeasure: 'SUBTOTAL',
        tiers: [{ from: '50', kind: 'amountOff', amount: '5' }],
      },
      { kind: 'TIERED', tierMeasure: 'SUBTOTAL', tiers: [{ from: '50', amountOff: '5' }] },
    ],
    [
      { kind: 'GIFT', giftVariationId: 'v1' },
      { kind: 'GIFT', giftVariationId: 'v1', giftQuantity: 1 },
    ],
  ])('with %j sends %j', (given, benefit) => {
    expect(toPromotionInput({ ...blankPromotion, ...given }).benefit).toEqual(benefit);
  });

  it('comes back from the graph as it was sent', () => {
    const promotion = aPromotion({
      combinesWith: ['SHIPPING'],
      usageLimit: 100,
      benefit: aBenefit({ kind: 'FIXED', percentOff: null, amountOff: '5.00' }),
      targets: {
        productIds: ['g1'],
        products: [{ id: 'g1', title: 'Low Tide' }],
        collectionIds: ['k1'],
        attributes: [{ name: 'Paper', value: 'Cotton: 300 g' }],
      },
    });

    const draft = toPromotionDraft(promotion);
    const sent = toPromotionInput(draft);

    expect(draft.products).toEqual([{ id: 'g1', name: 'Low Tide' }]);
    expect(sent).toMatchObject({
      combinesWith: ['SHIPPING'],
      usageLimit: 100,
      benefit: { kind: 'FIXED', amountOff: '5.00' },
      targets: {
        productIds: ['g1'],
        collectionIds: ['k1'],
        attributes: [{ name: 'Paper', value: 'Cotton: 300 g' }],
      },
    });
  });

  it('sends a code only where one is needed', () => {
    expect(toPromotionInput({ ...blankPromotion, code: 'FANS' })).not.toHaveProperty('code');
    expect(
      toPromotionInput({ ...blankPromotion, requiresCode: true, code: ' FANS ' }),
    ).toHaveProperty('code', 'FANS');
  });

  it.each([
    [
      ['benefit', 'tiers', '1', 'percentOff'],
      ['tiers', '1', 'amount'],
    ],
    [['benefit', 'amountOff'], ['amountOff']],
    [['conditions', 'minSubtotal'], ['minSubtotal']],
    [['targets', 'productIds', '0'], ['products']],
    [['name'], ['name']],
  ])('shows what is refused at %j by %j', (named, shown) => {
    expect(placeInPromotion(named)).toEqual(shown);
  });
});
