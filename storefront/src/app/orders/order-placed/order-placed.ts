import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { queryResource } from '#shared/graphql/query-resource';
import { Button } from '#shared/ui/button/button';
import { ErrorState } from '#shared/ui/states/error-state';
import { lastKnownOrder } from '../data/last-known-order';
import { OrderByTokenDocument } from '../data/order-queries.generated';
import { trackingUrl } from '../order-urls';
import { InvoiceLink } from '../parts/invoice-link/invoice-link';
import { OrderMissing } from '../ui/order-missing/order-missing';
import { OrderSkeleton } from '../ui/order-skeleton/order-skeleton';
import { OrderSummary } from '../ui/order-summary/order-summary';

/** Confirms an order. It can be opened again at any time. */
@Component({
  selector: 'app-order-placed',
  imports: [Button, ErrorState, InvoiceLink, OrderMissing, OrderSkeleton, OrderSummary, RouterLink],
  templateUrl: './order-placed.html',
})
export class OrderPlaced {
  readonly trackingToken = input.required<string>();

  protected readonly query = queryResource(OrderByTokenDocument, () => ({
    trackingToken: this.trackingToken(),
  }));
  protected readonly order = lastKnownOrder(this.query, this.trackingToken);
  protected readonly trackingLink = computed(() => trackingUrl(this.trackingToken()));
  protected readonly firstName = computed(
    () => this.order()?.shippingAddress.name.trim().split(/\s+/)[0] ?? '',
  );
}
