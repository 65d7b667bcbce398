import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { LucidePrinter, LucideX } from '@lucide/angular';

import { exactTime } from '../../shared/format/time';
import { injectAsk } from '../../shared/graphql/ask';
import { describeProblem } from '../../shared/graphql/graph-error';
import { liveEvents } from '../../shared/graphql/live-events';
import { queryResource } from '../../shared/graphql/query-resource';
import { Banner } from '../../shared/ui/banner/banner';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { PageState } from '../../shared/ui/page-state/page-state';
import { ReadProblem } from '../../shared/ui/read-problem/read-problem';
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
import { OrderPapersDocument } from './order-changes.generated';
import { OrderCommands } from './order-commands';
import { OrderDetailDocument, OrderTimelineDocument } from './order-detail.generated';
import { OrderItems } from './order-items/order-items';
import { OrderMoney } from './order-money/order-money';
import { OrderNotes } from './order-notes/order-notes';
import { OrderParcels } from './order-parcels/order-parcels';
import { OrderPeople } from './order-people/order-people';
import { OrderReturns } from './order-returns/order-returns';
import { OrderTimeline } from './order-timeline/order-timeline';

/** One order: what it is, what happened to it, what can be done next. */
@Component({
  selector: 'cw-order-detail',
  imports: [
    Banner,
    FulfilmentStatusBadge,
    LucidePrinter,
    LucideX,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    OrderActions,
    OrderItems,
    OrderMoney,
    OrderNotes,
    OrderParcels,
    OrderPeople,
    OrderReturns,
    OrderStatusBadge,
    OrderTimeline,
    PageHead,
    PageState,
    PaymentStatusBadge,
    ReadProblem,
    RelativeTime,
  ],
  providers: [OrderCommands],
  templateUrl: './order-detail.html',
  styleUrl: './order-detail.scss',
})
export class OrderDetail {
  private readonly feed = inject(OrderFeed);
  private readonly ask = injectAsk();
  private readonly snackBar = inject(MatSnackBar);
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
      if (order) this.feed.markSeen([order.id]);
    });
  }

  /** Opens a paper as a PDF; its address is asked for each time, since it holds for minutes only. */
  protected async openPaper(paper: 'invoiceUrl' | 'packingSlipUrl'): Promise<void> {
    const tab = window.open('', '_blank');
    try {
      const { order } = await this.ask(OrderPapersDocument, { id: this.id() });
      if (!order) throw new Error('The order is gone.');
      if (tab) tab.location.href = order[paper];
    } catch (error) {
      tab?.close();
      this.snackBar.open(describeProblem(error).message);
    }
  }

  protected reload(): void {
    this.commands.dismissProblem();
    this.query.reload();
  }
}
