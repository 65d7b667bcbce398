import { Component } from '@angular/core';

import { Skeleton } from '#shared/ui/skeleton/skeleton';

/** The place of an order that is on its way. */
@Component({
  selector: 'app-order-skeleton',
  imports: [Skeleton],
  template: `
    <h1 class="sr-only">Your order</h1>
    <p class="sr-only" role="status">Loading the order</p>
    <app-skeleton class="mb-4 h-5 w-56" />
    <app-skeleton class="mb-10 h-12 w-full max-w-lg" />
    <div class="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:gap-16">
      <app-skeleton class="h-72" />
      <app-skeleton class="h-96" />
    </div>
  `,
})
export class OrderSkeleton {}
