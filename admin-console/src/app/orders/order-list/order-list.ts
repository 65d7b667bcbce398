import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LucideArrowUp, LucideInbox } from '@lucide/angular';

import { MoneyPipe } from '../../shared/format/money';
import { ListCard } from '../../shared/list/list-card';
import { listResource } from '../../shared/list/list-resource';
import { ListSearch } from '../../shared/list/list-search';
import { ListViews } from '../../shared/list/list-views';
import { NoMatch } from '../../shared/list/no-match';
import { GridCell } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import { ListAddress } from '../data/list-address';
import { OrderFeed } from '../data/order-feed';
import type { OrderRowFragment } from '../data/order-fragments.generated';
import { OrderListDocument } from '../data/order-list.generated';
import {
  isNewestOfAll,
  orderFilter,
  orderListParams,
  orderListState,
  orderViews,
} from '../data/order-list-state';
import { orderPath } from '../data/order-urls';
import {
  FulfilmentStatusBadge,
  OrderStatusBadge,
  PaymentStatusBadge,
} from '../ui/status-badges/status-badges';
import { FreshRows } from './fresh-rows';
import { orderColumns, orderRowAttributes } from './order-columns';

/** All orders, newest first; a new one appears by itself. */
@Component({
  selector: 'cw-order-list',
  imports: [
    EmptyState,
    FulfilmentStatusBadge,
    GridCell,
    ListCard,
    ListSearch,
    ListViews,
    LucideArrowUp,
    LucideInbox,
    MatButton,
    MoneyPipe,
    NoMatch,
    OrderStatusBadge,
    PageHead,
    PaymentStatusBadge,
    RelativeTime,
    RouterLink,
  ],
  providers: [FreshRows],
  templateUrl: './order-list.html',
  styleUrl: './order-list.scss',
})
export class OrderList {
  private readonly feed = inject(OrderFeed);
  private readonly freshRows = inject(FreshRows);
  private readonly address = inject(ListAddress);
  private readonly search = viewChild.required(ListSearch);

  readonly view = input<string>();
  readonly q = input<string>();
  readonly after = input<string>();
  readonly before = input<string>();

  protected readonly views = orderViews;
  protected readonly columns = orderColumns;
  protected readonly orderId = (order: OrderRowFragment) => order.id;
  protected readonly orderLink = (order: OrderRowFragment) => orderPath(order.id);
  protected readonly rowAttributes = orderRowAttributes;

  protected readonly state = computed(() =>
    orderListState({ view: this.view(), q: this.q(), after: this.after(), before: this.before() }),
  );
  protected readonly orders = listResource(OrderListDocument, {
    at: this.state,
    filter: () => orderFilter(this.state()),
    params: () => orderListParams({ view: this.state().view, search: this.state().search }),
    pageOf: ({ orders }) => orders,
    noun: ['order', 'orders'],
  });
  protected readonly isNarrowed = computed(
    () => this.state().search !== '' || this.state().view.id !== 'all',
  );
  protected readonly freshIds = this.freshRows.ids;
  /** New orders that this page, being elsewhere, does not show. */
  protected readonly waitingCount = computed(() =>
    isNewestOfAll(this.state()) ? 0 : this.feed.unseenCount(),
  );

  constructor() {
    afterNextRender(() => {
      if ((history.state as { focusSearch?: boolean } | null)?.focusSearch) this.search().focus();
    });
    effect(() => this.address.remember(orderListParams(this.state())));
    effect(() => {
      if (!isNewestOfAll(this.state()) || !this.orders.isCurrent()) return;
      const arrived = this.feed.unseenIds();
      if (arrived.size > 0) untracked(() => this.welcome(arrived));
    });
  }

  private welcome(ids: ReadonlySet<string>): void {
    this.freshRows.pointOut(ids);
    this.feed.markSeen(ids);
  }
}
