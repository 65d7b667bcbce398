import { Component, computed, input } from '@angular/core';

import type {
  OrderDetailsFragment,
  OrderEventPartsFragment,
} from '../../data/order-fragments.generated';
import { stepsAhead } from '../../data/order-status';
import { momentText } from '../../data/order-times';
import { eventText, unitTexts } from '../../data/order-words';

/** What has happened to an order, when, and what is still to come. */
@Component({
  selector: 'app-order-timeline',
  templateUrl: './order-timeline.html',
  styleUrl: './order-timeline.css',
  host: { class: 'block' },
})
export class OrderTimeline {
  readonly events = input.required<readonly OrderEventPartsFragment[]>();

  /** What the events' units are units of. */
  readonly lines = input.required<OrderDetailsFragment['lines']>();

  protected readonly steps = computed(() =>
    this.events().map((event) => ({
      ...event,
      label: eventText(event),
      time: momentText(event.occurredAt),
      hasEndedBadly: event.type === 'CANCELLED' || event.type === 'REFUNDED',
      units: event.type === 'LINES_CANCELLED' ? unitTexts(event.lines, this.lines()) : [],
      parcel: [event.carrier, event.trackingNumber].filter(Boolean).join(' · '),
    })),
  );
  protected readonly ahead = computed(() => {
    const last = this.events().at(-1);
    return last ? stepsAhead(last.status) : [];
  });
}
