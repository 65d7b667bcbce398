import { Component, computed, input, linkedSignal, output } from '@angular/core';

import { Badge } from '#shared/ui/badge/badge';
import { followOrder } from '../../data/order-follow';
import type { OrderDetailsFragment } from '../../data/order-fragments.generated';
import { mayDo, orderStatusView } from '../../data/order-status';
import { clockText, dayText, momentText } from '../../data/order-times';
import { eventText } from '../../data/order-words';
import { OrderSummary } from '../../ui/order-summary/order-summary';
import { OrderTimeline } from '../../ui/order-timeline/order-timeline';
import { InvoiceLink } from '../invoice-link/invoice-link';
import { CancelItems } from './cancel-items/cancel-items';
import { CancelOrder } from './cancel-order/cancel-order';
import { ParcelCard } from './parcel-card/parcel-card';
import { ReturnList } from './return-list/return-list';
import { ReturnRequest } from './return-request/return-request';

const LIVE_LABELS = {
  live: 'Live',
  reconnecting: 'Connecting…',
  polling: 'Checking every few seconds',
} as const;

/** One order as it is at this moment. It moves by itself while it is open. */
@Component({
  selector: 'app-order-live',
  imports: [
    Badge,
    CancelItems,
    CancelOrder,
    InvoiceLink,
    OrderSummary,
    OrderTimeline,
    ParcelCard,
    ReturnList,
    ReturnRequest,
  ],
  templateUrl: './order-live.html',
  styleUrl: './order-live.css',
  host: { class: 'block' },
})
export class OrderLive {
  readonly order = input.required<OrderDetailsFragment>();
  /** Asks for the order anew. */
  readonly reload = output();

  private readonly follow = followOrder(this.order, () => this.reload.emit());
  private readonly firstCount = linkedSignal<string, number>({
    source: () => this.order().id,
    computation: () => this.order().events.length,
  });

  protected readonly events = this.follow.events;
  protected readonly liveState = this.follow.state;
  protected readonly liveLabel = computed(() => LIVE_LABELS[this.liveState()]);
  protected readonly updated = computed(() => {
    const at = this.follow.updatedAt();
    return at === undefined ? null : clockText(at);
  });
  protected readonly status = computed(() => this.events().at(-1)?.status ?? this.order().status);
  private readonly fulfilmentStatus = computed(
    () => this.events().at(-1)?.fulfilmentStatus ?? this.order().fulfilmentStatus,
  );
  protected readonly view = computed(() => orderStatusView(this.status(), this.fulfilmentStatus()));
  protected readonly placedOn = computed(() => dayText(this.order().placedAt));
  protected readonly parcels = computed(() =>
    this.order().parcels.filter(({ status }) => status !== 'CANCELLED'),
  );
  protected readonly isReturnOffered = computed(() => mayDo(this.order(), 'REQUEST_RETURN'));
  /** Read out politely; empty until something happens while the page is open. */
  protected readonly announcement = computed(() => {
    const last = this.events().at(-1);
    return last && this.events().length > this.firstCount()
      ? `${eventText(last)}, ${momentText(last.occurredAt)}. ${this.view().next}`
      : '';
  });
}
