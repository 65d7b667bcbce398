import { Component, effect, inject, input } from '@angular/core';

import { queryResource } from '#shared/graphql/query-resource';
import { injectResponseStatus } from '#shared/graphql/response-status';
import { PageMeta } from '#shared/page/page-meta';
import { ErrorState } from '#shared/ui/states/error-state';
import { lastKnownOrder } from '../data/last-known-order';
import { OrderByTokenDocument } from '../data/order-queries.generated';
import { OrderLive } from '../parts/order-live/order-live';
import { OrderMissing } from '../ui/order-missing/order-missing';
import { OrderSkeleton } from '../ui/order-skeleton/order-skeleton';

/** The page behind the link of an order, for whoever holds the link. */
@Component({
  selector: 'app-order-tracking',
  imports: [ErrorState, OrderLive, OrderMissing, OrderSkeleton],
  templateUrl: './order-tracking.html',
})
export class OrderTracking {
  private readonly pageMeta = inject(PageMeta);
  private readonly setStatus = injectResponseStatus();

  readonly trackingToken = input.required<string>();

  protected readonly query = queryResource(OrderByTokenDocument, () => ({
    trackingToken: this.trackingToken(),
  }));
  protected readonly order = lastKnownOrder(this.query, this.trackingToken);

  constructor() {
    effect(() => {
      const order = this.order();
      if (order === null) this.setStatus(404);
      this.pageMeta.set({ title: order ? `Order ${order.number}` : 'Track an order' });
    });
  }
}
