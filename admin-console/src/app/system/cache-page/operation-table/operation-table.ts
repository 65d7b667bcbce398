import { Component, computed, input } from '@angular/core';

import { formatRate, hitRate, requestCount } from '../../data/cache-counts';
import type { CacheStateFragment } from '../cache-page.generated';

const columns = [
  { id: 'hits', header: 'Hits', meaning: 'Given from the cache.' },
  { id: 'misses', header: 'Misses', meaning: 'Worked out, and kept from then on.' },
  {
    id: 'stale',
    header: 'Stale',
    meaning: 'Given although aged, where that may be, while it was worked out again.',
  },
  {
    id: 'unverified',
    header: 'Unverified',
    meaning: 'Given while the database could not be reached to say whether it was current.',
  },
  {
    id: 'bypasses',
    header: 'Bypassed',
    meaning: 'Worked out because the database did not say what had changed.',
  },
] as const;

/** How the requests for each operation ended. */
@Component({
  selector: 'cw-operation-table',
  templateUrl: './operation-table.html',
  styleUrl: './operation-table.scss',
})
export class OperationTable {
  /** Undefined until there is a first answer. */
  readonly operations = input.required<CacheStateFragment['operations'] | undefined>();

  protected readonly columns = columns;
  protected readonly rows = computed(() =>
    this.operations()?.map((counts) => {
      const rate = hitRate(counts);
      return {
        counts,
        requests: requestCount(counts).toLocaleString('en-GB'),
        rate: formatRate(rate),
        percent: (rate ?? 0) * 100,
      };
    }),
  );
}
