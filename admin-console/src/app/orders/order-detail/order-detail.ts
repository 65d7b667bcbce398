import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { LucideArrowLeft, LucideSearchX, LucideX } from '@lucide/angular';

import { exactTime } from '../../shared/format/time';
import { describeProblem } from '../../shared/graphql/graph-error';
import { liveEvents } from '../../shared/graphql/live-events';
import { queryResource } from '../../shared/graphql/query-resource';
import { Banner } from '../../shared/ui/banner/banner';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import { ListAddress } from '../data/list-address';
import { OrderFeed } from '../data/order-feed';
import { latestCursor } from '../data/order-timeline';
import {
  FulfilmentStatusBadge,
  OrderStatusBadge,
  PaymentStatusBadge,
} from '../ui/status-badges/status-badges';
import { OrderActions } from './order-actions/order-actions';
import { OrderCommands } from './order-commands';
import { OrderDetailDocument, OrderTimelineDocument } from './order-detail.generated';
import { OrderItems } from './order-items/order-items';
import { OrderPeople } from './order-people/order-people';
import { OrderTimeline } from './order-timeline/order-timeline';

/** One order: what it is, what happened to it, what can be done next. */
@Component({
  selector: 'cw-order-detail',
  imports: [
    Banner,
    EmptyState,
    FulfilmentStatusBadge,
    LucideArrowLeft,
    LucideSearchX,
    LucideX,
    MatButton,
    MatIconButton,
    OrderActions,
    OrderItems,
    OrderPeople,
    OrderStatusBadge,
    OrderTimeline,
    PaymentStatusBadge,
    RelativeTime,
    RouterLink,
  ],
  providers: [OrderCommands],
  templateUrl: './order-detail.html',
  styleUrl: './order-detail.scss',
})
export class OrderDetail {
  private readonly title = inject(Title);
  private readonly feed = inject(OrderFeed);
  protected readonly listParams = inject(ListAddress).params;
  protected readonly commands = inject(OrderCommands);

  readonly id = input.required<string>();

  protected readonly query = queryResource(OrderDetailDocument, () => ({ id: this.id() }));
  protected readonly order = computed(() => this.query.value()?.order ?? undefined);
  protected readonly pricesIncludeTax = computed(
    () => this.query.value()?.shop.pricesIncludeTax ?? true,
  );
  protected readonly isMissing = computed(() => this.query.value()?.order === null);
  protected readonly problem = computed(() =>
    this.query.error() ? describeProblem(this.query.error()) : undefined,
  );
  protected readonly exactTime = exactTime;
  private readonly loadedId = computed(() => this.order()?.id);

  constructor() {
    // Every event brings the whole order along, so the cache, and with it this page, follows by itself.
    liveEvents(OrderTimelineDocument, {
      subject: this.loadedId,
      variables: (orderId) => ({ orderId, after: latestCursor(this.order()?.events ?? []) }),
      onEvent: () => undefined,
    });
    effect(() => {
      const order = this.order();
      if (!order) return;
      this.title.setTitle(`${order.number} · Cartwright console`);
      this.feed.markSeen([order.id]);
    });
  }

  protected reload(): void {
    this.commands.dismissProblem();
    this.query.reload();
  }
}
