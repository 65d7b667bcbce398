import { NgOptimizedImage } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { queryResource } from '#shared/graphql/query-resource';
import { Price } from '#shared/money/price';
import { Badge } from '#shared/ui/badge/badge';
import { Breadcrumbs } from '#shared/ui/breadcrumbs/breadcrumbs';
import { Button } from '#shared/ui/button/button';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { EmptyState } from '#shared/ui/states/empty-state';
import { ErrorState } from '#shared/ui/states/error-state';
import { OrderListDocument, type OrderListQuery } from '../data/order-queries.generated';
import { orderStatusView } from '../data/order-status';
import { dayText } from '../data/order-times';
import { orderUrl } from '../order-urls';

type ListedOrder = NonNullable<OrderListQuery['me']>['orders']['nodes'][number];

const PAGE_SIZE = 10;
const PICTURES = 3;

/** The customer's own orders, newest first. */
@Component({
  selector: 'app-order-list',
  imports: [
    Badge,
    Breadcrumbs,
    Button,
    EmptyState,
    ErrorState,
    NgOptimizedImage,
    Price,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './order-list.html',
})
export class OrderList {
  /** Where the page begins, from the address. */
  readonly after = input<string>();

  protected readonly query = queryResource(OrderListDocument, () => ({
    first: PAGE_SIZE,
    after: this.after() ?? null,
  }));
  protected readonly page = computed(() =>
    this.query.hasValue() ? this.query.value().me?.orders : undefined,
  );
  protected readonly rows = computed(() => (this.page()?.nodes ?? []).map(toRow));
  protected readonly breadcrumbs = [
    { label: 'Your account', link: '/account' },
    { label: 'Orders' },
  ];
}

function toRow(order: ListedOrder) {
  const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    ...order,
    link: orderUrl(order.id),
    view: orderStatusView(order.status),
    placedOn: dayText(order.placedAt),
    content: units === 1 ? '1 item' : `${units} items`,
    pictures: order.lines.flatMap(({ image }) => (image ? [image] : [])).slice(0, PICTURES),
  };
}
