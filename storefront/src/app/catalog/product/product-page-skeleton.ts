import { Component } from '@angular/core';

import { Skeleton } from '#shared/ui/skeleton/skeleton';

/** The place of a product that is on its way. */
@Component({
  selector: 'app-product-page-skeleton',
  imports: [Skeleton],
  host: { role: 'status', 'aria-label': 'Loading product' },
  template: `
    <div class="shell grid gap-10 pt-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-16">
      <app-skeleton class="aspect-4/5" />
      <div class="flex flex-col gap-5">
        <app-skeleton class="h-12 w-4/5" />
        <app-skeleton class="h-7 w-28" />
        <app-skeleton class="mt-6 h-12 w-full" />
        <app-skeleton class="h-12 w-full" />
        <app-skeleton class="mt-6 h-32 w-full" />
      </div>
    </div>
  `,
})
export class ProductPageSkeleton {}
