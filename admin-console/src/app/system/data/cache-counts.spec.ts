import { formatRate, hitRate, requestCount, sumCounts } from './cache-counts';

const counts = { hits: 90, misses: 6, stale: 2, unverified: 1, bypasses: 1 };

describe('cache counts', () => {
  it('count every request once', () => {
    expect(requestCount(counts)).toBe(100);
  });

  it('take everything that was given from the cache for a hit', () => {
    expect(hitRate(counts)).toBe(0.93);
  });

  it('have no rate before the first request', () => {
    expect(hitRate(sumCounts([]))).toBeUndefined();
    expect(formatRate(undefined)).toBe('–');
  });

  it('add up over operations', () => {
    expect(sumCounts([counts, counts])).toEqual({
      hits: 180,
      misses: 12,
      stale: 4,
      unverified: 2,
      bypasses: 2,
    });
  });

  it('do not round a rate up to all', () => {
    expect(formatRate(0.9999)).toBe('99.9%');
    expect(formatRate(1)).toBe('100%');
  });
});
