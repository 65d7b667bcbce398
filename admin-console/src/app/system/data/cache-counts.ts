/** How requests for one operation ended. */
export interface OutcomeCounts {
  readonly hits: number;
  readonly misses: number;
  readonly stale: number;
  readonly unverified: number;
  readonly bypasses: number;
}

/** How many requests there were. */
export function requestCount(counts: OutcomeCounts): number {
  return keptCount(counts) + counts.misses + counts.bypasses;
}

/** The part of requests that got a kept answer, from 0 to 1; undefined before the first request. */
export function hitRate(counts: OutcomeCounts): number | undefined {
  const requests = requestCount(counts);
  return requests === 0 ? undefined : keptCount(counts) / requests;
}

/** The counts of several operations together. */
export function sumCounts(all: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = (name: keyof OutcomeCounts) => all.reduce((total, each) => total + each[name], 0);
  return {
    hits: sum('hits'),
    misses: sum('misses'),
    stale: sum('stale'),
    unverified: sum('unverified'),
    bypasses: sum('bypasses'),
  };
}

const percentFormat = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  maximumFractionDigits: 1,
});

/** A part of a whole for people; a part that is not all never looks like all. */
export function formatRate(rate: number | undefined): string {
  if (rate === undefined) return '–';
  return percentFormat.format(rate < 1 ? Math.min(rate, 0.999) : 1);
}

function keptCount({ hits, stale, unverified }: OutcomeCounts): number {
  return hits + stale + unverified;
}
