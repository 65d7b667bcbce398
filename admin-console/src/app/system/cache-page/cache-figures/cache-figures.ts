import { Component, computed, input } from '@angular/core';

import { formatBytes } from '../../../shared/format/bytes';
import { Badge } from '../../../shared/ui/badge/badge';
import { formatRate, hitRate, requestCount, sumCounts } from '../../data/cache-counts';
import type { CacheStateFragment } from '../cache-page.generated';

/** The cache in four figures. */
@Component({
  selector: 'cw-cache-figures',
  imports: [Badge],
  templateUrl: './cache-figures.html',
  styleUrl: './cache-figures.scss',
})
export class CacheFigures {
  /** Undefined until there is a first answer. */
  readonly cache = input.required<CacheStateFragment | undefined>();

  private readonly counts = computed(() => sumCounts(this.cache()?.operations ?? []));
  protected readonly size = computed(() => formatBytes(this.cache()?.sizeBytes ?? 0));
  protected readonly rate = computed(() => formatRate(hitRate(this.counts())));
  protected readonly requests = computed(() => requestCount(this.counts()).toLocaleString('en-GB'));
}
