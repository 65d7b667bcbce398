import { Component, computed, input, linkedSignal, output } from '@angular/core';

import { Badge } from '#shared/ui/badge/badge';
import { followOrder } from '../../data/order-follow';
import type { OrderDetailsFragment } from '../../data/order-fragments.generated';
import { eventLabel, orderStatusView } from '../../data/order-status';
import { clockText, dayText, momentText } from '../../data/order-times';
import { OrderSummary } from '../../ui/order-summary/order-summary';
import { OrderTimeline } from '../../ui/order-timeline/order-timeline';
import { CancelOrder } from './cancel-order/cancel-order';
import { ParcelCard } from './parcel-card/parcel-card';

const LIVE_LABELS = {
  live: 'Live',
  reconnecting: 'Connecting…',
  polling: 'Checking every few seconds',
} as const;

/** One order as it is at this moment. It moves by itself while it is open. */
@Component({
  selector: 'app-order-live',
  imports: [Badge, CancelOrder, OrderSummary, OrderTimeline, ParcelCard],
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
  protected readonly view = computed(() => orderStatusView(this.status()));
  protected readonly placedOn = computed(() => dayText(this.order().placedAt));
  protected readonly parcel = computed(() => {
    const { shipment } = this.order();
    const shipped = this.events().findLast(({ type }) => type === 'SHIPPED');
    if (!shipment && !shipped) return null;
    return {
      carrier: shipment?.carrier ?? shipped?.carrier ?? null,
      trackingNumber: shipment?.trackingNumber ?? shipped?.trackingNumber ?? null,
    };
  });
  protected readonly canCancel = computed(() =>
    this.order().availableActions.some(({ action, available }) => action === 'CANCEL' && available),
  );
  /** Read out politely; empty until something happens while the page is open. */
  protected readonly announcement = computed(() => {
    const last = this.events().at(-1);
    return last && this.events().length > this.firstCount()
      ? `${eventLabel(last.type)}, ${momentText(last.occurredAt)}. ${this.view().next}`
      : '';
  });
}
