import { Component, computed, effect, inject, input } from '@angular/core';

import { queryResource } from '#shared/graphql/query-resource';
import { PageMeta } from '#shared/page/page-meta';
import { Breadcrumbs } from '#shared/ui/breadcrumbs/breadcrumbs';
import { ErrorState } from '#shared/ui/states/error-state';
import { lastKnownOrder } from '../data/last-known-order';
import { OrderByIdDocument } from '../data/order-queries.generated';
import { OrderLive } from '../parts/order-live/order-live';
import { OrderMissing } from '../ui/order-missing/order-missing';
import { OrderSkeleton } from '../ui/order-skeleton/order-skeleton';

/** One of the customer's own orders. */
@Component({
  selector: 'app-order-detail',
  imports: [Breadcrumbs, ErrorState, OrderLive, OrderMissing, OrderSkeleton],
  templateUrl: './order-detail.html',
})
export class OrderDetail {
  private readonly pageMeta = inject(PageMeta);

  readonly id = input.required<string>();

  protected readonly query = queryResource(OrderByIdDocument, () => ({ id: this.id() }));
  protected readonly order = lastKnownOrder(this.query, this.id);
  protected readonly breadcrumbs = computed(() => [
    { label: 'Your account', link: '/account' },
    { label: 'Orders', link: '/account/orders' },
    { label: this.order()?.number ?? '…' },
  ]);

  constructor() {
    effect(() => {
      const order = this.order();
      if (order) this.pageMeta.set({ title: `Order ${order.number}` });
    });
  }
}
