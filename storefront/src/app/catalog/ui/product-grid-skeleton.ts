import { Component, computed, input } from '@angular/core';

import { Skeleton } from '#shared/ui/skeleton/skeleton';

/** The place of product cards that are on their way. */
@Component({
  selector: 'app-product-grid-skeleton',
  imports: [Skeleton],
  host: { role: 'status', 'aria-label': 'Loading products' },
  template: `
    <div
      class="grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-12"
    >
      @for (place of places(); track place) {
        <div>
          <app-skeleton class="aspect-4/5" />
          <app-skeleton class="mt-3 h-5 w-3/4" />
          <app-skeleton class="mt-2 h-4 w-1/3" />
        </div>
      }
    </div>
  `,
})
export class ProductGridSkeleton {
  readonly count = input(8);

  protected readonly places = computed(() => Array.from({ length: this.count() }, (_, i) => i));
}
