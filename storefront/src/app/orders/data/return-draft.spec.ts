import { draftLines, draftProblem, draftUnits, type ReturnDraft } from './return-draft';

const draft: ReturnDraft = {
  'line-1': { quantity: 2, reason: 'DAMAGED' },
  'line-2': { quantity: 0, reason: 'NOT_WANTED' },
};

describe('what a shopper wants to send back', () => {
  it('is asked for with units and reason, without what stays', () => {
    expect(draftUnits(draft)).toEqual([{ lineId: 'line-1', quantity: 2 }]);
    expect(draftLines(draft)).toEqual([{ lineId: 'line-1', quantity: 2, reason: 'DAMAGED' }]);
    expect(draftProblem(draft)).toBeNull();
  });

  it('is not sent as long as nothing is chosen or a reason is missing', () => {
    expect(draftProblem({})).toBe('Choose what you want to send back.');
    expect(draftProblem({ 'line-1': { quantity: 1, reason: '' } })).toBe(
      'Choose a reason for each item.',
    );
  });
});
