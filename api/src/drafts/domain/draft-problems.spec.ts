import { type CheckedDraft, problemsOf } from './draft-problems';

const fine: CheckedDraft = {
  hasAllGoods: true,
  isDelivered: true,
  hasAddress: true,
  chosenMethod: 'standard',
  offeredThere: ['standard', 'letter'],
  takingGoods: ['standard'],
};

const messages = (given: Partial<CheckedDraft>) =>
  problemsOf({ ...fine, ...given }).map(({ message }) => message);

describe('the problems of a draft', () => {
  it('are none while the chosen way takes the goods to the address, or none is chosen yet', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ chosenMethod: null })).toEqual([]);
    expect(messages({ chosenMethod: null, hasAddress: false, takingGoods: [] })).toEqual([]);
  });

  it('tell whether the address or the goods are against the chosen way', () => {
    expect(messages({ chosenMethod: 'courier' })).toEqual([
      'The chosen way of delivery is not offered at this address.',
    ]);
    expect(messages({ chosenMethod: 'letter' })).toEqual([
      'The chosen way of delivery does not take these goods.',
    ]);
  });

  it('tell when there is no way at all, chosen or not', () => {
    expect(messages({ takingGoods: [], chosenMethod: null })).toEqual([
      'No way of delivery takes these goods to this address.',
    ]);
    expect(messages({ takingGoods: [], offeredThere: [] })).toEqual([
      'The shop does not deliver to this address.',
    ]);
  });

  it('are none of delivery where nothing is delivered', () => {
    expect(messages({ isDelivered: false, takingGoods: [], offeredThere: [] })).toEqual([]);
  });

  it('tell of goods that are gone beside it', () => {
    const problems = problemsOf({ ...fine, hasAllGoods: false, chosenMethod: 'courier' });

    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['NO_LONGER_OFFERED', ['lines']],
      ['DELIVERY_NOT_OFFERED', ['shippingMethodCode']],
    ]);
  });
});
