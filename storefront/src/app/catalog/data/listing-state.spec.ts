import { listingLink, listingState, listingVariables } from './listing-state';

describe('a listing in the address', () => {
  it('reads sort, stock, search and page', () => {
    const state = listingState({ q: ' wave ', sort: 'price-desc', stock: 'in', after: 'c24' });

    expect(state).toEqual({
      collection: undefined,
      query: 'wave',
      sort: 'PRICE_DESC',
      inStock: true,
      after: 'c24',
      before: undefined,
    });
  });

  it('falls back to featured when it does not know the sort', () => {
    expect(listingState({ sort: 'loudest' }).sort).toBe('FEATURED');
  });

  it('asks for the page before a cursor backwards', () => {
    const variables = listingVariables(listingState({ before: 'c24' }));

    expect(variables).toMatchObject({ last: 24, before: 'c24' });
    expect(variables).not.toHaveProperty('first');
  });

  it('goes back to the first page when anything but the page changes', () => {
    const state = listingState({ after: 'c24', sort: 'newest' }, 'posters');

    expect(listingLink(state, { inStock: true })).toEqual({
      path: ['/collections', 'posters'],
      params: { sort: 'newest', stock: 'in' },
    });
  });

  it('keeps everything else when the page changes', () => {
    const state = listingState({ q: 'wave', stock: 'in', before: 'c24' });

    expect(listingLink(state, { after: 'c48', before: undefined }).params).toEqual({
      q: 'wave',
      stock: 'in',
      after: 'c48',
    });
  });

  it('keeps a search when a collection narrows it', () => {
    expect(listingLink(listingState({ q: 'wave' }), { collection: 'cards' })).toEqual({
      path: ['/products'],
      params: { q: 'wave', collection: 'cards' },
    });
  });

  it('is read back as it was written', () => {
    const state = listingState({ q: 'wave', collection: 'cards', sort: 'price', stock: 'in' });

    expect(listingState(listingLink(state).params)).toEqual(state);
  });
});
