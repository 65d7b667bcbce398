import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { LucideArrowUp, LucideInbox, LucideSearchX } from '@lucide/angular';

import { MoneyPipe } from '../../shared/format/money';
import { describeProblem } from '../../shared/graphql/graph-error';
import { queryResource } from '../../shared/graphql/query-resource';
import { offerShortcut } from '../../shared/shortcuts/shortcuts';
import { Banner } from '../../shared/ui/banner/banner';
import { DataGrid } from '../../shared/ui/data-grid/data-grid';
import { GridCell } from '../../shared/ui/data-grid/grid-column';
import { EmptyState } from '../../shared/ui/empty-state/empty-state';
import { RelativeTime } from '../../shared/ui/relative-time/relative-time';
import { SearchBox } from '../../shared/ui/search-box/search-box';
import { ListAddress } from '../data/list-address';
import { OrderFeed } from '../data/order-feed';
import type { OrderRowFragment } from '../data/order-fragments.generated';
import { OrderListDocument } from '../data/order-list.generated';
import {
  isNewestOfAll,
  orderListParams,
  orderListState,
  orderListVariables,
  orderViews,
} from '../data/order-list-state';
import { orderPath } from '../data/order-urls';
import {
  FulfilmentStatusBadge,
  OrderStatusBadge,
  PaymentStatusBadge,
} from '../ui/status-badges/status-badges';
import { FreshRows } from './fresh-rows';
import { orderColumns, orderPaging, orderRowAttributes } from './order-columns';

/** All orders, newest first; a new one appears by itself. */
@Component({
  selector: 'cw-order-list',
  imports: [
    Banner,
    DataGrid,
    EmptyState,
    FulfilmentStatusBadge,
    GridCell,
    LucideArrowUp,
    LucideInbox,
    LucideSearchX,
    MatButton,
    MoneyPipe,
    OrderStatusBadge,
    PaymentStatusBadge,
    RelativeTime,
    RouterLink,
    SearchBox,
  ],
  providers: [FreshRows],
  templateUrl: './order-list.html',
  styleUrl: './order-list.scss',
})
export class OrderList {
  private readonly router = inject(Router);
  private readonly feed = inject(OrderFeed);
  private readonly freshRows = inject(FreshRows);
  private readonly address = inject(ListAddress);
  private readonly searchBox = viewChild.required(SearchBox);
  private readonly grid = viewChild(DataGrid);

  readonly view = input<string>();
  readonly q = input<string>();
  readonly after = input<string>();
  readonly before = input<string>();

  protected readonly views = orderViews;
  protected readonly columns = orderColumns;
  protected readonly orderId = (order: OrderRowFragment) => order.id;
  protected readonly orderLink = (order: OrderRowFragment) => orderPath(order.id);
  protected readonly rowAttributes = orderRowAttributes;
  protected readonly listParams = orderListParams;

  protected readonly state = computed(() =>
    orderListState({ view: this.view(), q: this.q(), after: this.after(), before: this.before() }),
  );
  protected readonly orders = queryResource(OrderListDocument, () =>
    orderListVariables(this.state()),
  );
  // While another page or filter is on its way, the previous rows stay instead of a flash.
  private readonly shown = linkedSignal<{ latest: Shown; isWaiting: boolean }, Shown>({
    source: () => ({
      latest: this.orders.value()?.orders,
      isWaiting: this.orders.status() === 'loading',
    }),
    computation: ({ latest, isWaiting }, previous) =>
      latest ?? (isWaiting ? previous?.value : undefined),
  });
  protected readonly rows = computed(() => this.shown()?.nodes);
  protected readonly totalCount = computed(() => this.shown()?.totalCount);
  protected readonly paging = computed(() => orderPaging(this.shown(), this.state()));
  protected readonly problem = computed(() =>
    this.orders.error() ? describeProblem(this.orders.error()) : undefined,
  );
  protected readonly isNarrowed = computed(
    () => this.state().search !== '' || this.state().view.id !== 'all',
  );
  protected readonly freshIds = this.freshRows.ids;
  /** New orders that this page, being elsewhere, does not show. */
  protected readonly waitingCount = computed(() =>
    isNewestOfAll(this.state()) ? 0 : this.feed.unseenCount(),
  );

  constructor() {
    offerShortcut({ keys: '/', label: 'Search orders', run: () => this.focusSearch() });
    afterNextRender(() => {
      if ((history.state as { focusSearch?: boolean } | null)?.focusSearch) this.focusSearch();
    });
    effect(() => this.address.remember(orderListParams(this.state())));
    effect(() => {
      if (!isNewestOfAll(this.state()) || !this.orders.value()) return;
      const arrived = this.feed.unseenIds();
      if (arrived.size > 0) untracked(() => this.welcome(arrived));
    });
  }

  protected search(search: string): void {
    void this.router.navigate([], {
      queryParams: orderListParams({ view: this.state().view, search }),
      replaceUrl: this.state().search !== '',
    });
  }

  protected enterRows(): void {
    this.grid()?.focusFirstRow();
  }

  private focusSearch(): void {
    this.searchBox().focus();
  }

  private welcome(ids: ReadonlySet<string>): void {
    this.freshRows.pointOut(ids);
    this.feed.markSeen(ids);
  }
}

type Shown = NonNullable<ReturnType<OrderList['orders']['value']>>['orders'] | undefined;
