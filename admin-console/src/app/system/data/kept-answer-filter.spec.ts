import { keptAnswerFilter, keptAnswerParams, readableJson, readTags } from './kept-answer-filter';

describe('the filter of kept answers', () => {
  it('reads back what it wrote into the address', () => {
    const filter = { operation: 'ProductPage', tag: 'product:1:price' };

    expect(keptAnswerFilter(keptAnswerParams(filter))).toEqual(filter);
  });

  it('leaves out of the address what is not set', () => {
    expect(keptAnswerParams(keptAnswerFilter({ operation: ' ' }))).toEqual({});
  });

  it('takes tags apart however they were pasted', () => {
    expect(readTags(' shop, listing:price\nshop  collections ')).toEqual([
      'shop',
      'listing:price',
      'collections',
    ]);
  });

  it('breaks JSON into lines and leaves other text alone', () => {
    expect(readableJson('{"slug":"night-swell"}')).toBe('{\n  "slug": "night-swell"\n}');
    expect(readableJson('{"slug":')).toBe('{"slug":');
  });
});
