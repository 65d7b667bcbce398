/** Durations of calls, by step. */
export class Timings {
  private readonly samples = new Map<string, number[]>();

  add(step: string, ms: number): void {
    const known = this.samples.get(step);
    if (known) known.push(ms);
    else this.samples.set(step, [ms]);
  }

  /** Per step how many calls, and the duration that half and nineteen of twenty stay below. */
  summary(): { step: string; calls: number; p50: number; p95: number }[] {
    return [...this.samples].map(([step, samples]) => {
      const sorted = samples.toSorted((one, other) => one - other);
      return {
        step,
        calls: sorted.length,
        p50: percentile(sorted, 50),
        p95: percentile(sorted, 95),
      };
    });
  }
}

/** The nearest-rank percentile of sorted numbers. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? 0;
}
