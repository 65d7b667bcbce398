import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';

import { Clock } from '../../../shared/format/clock';
import { MoneyPipe } from '../../../shared/format/money';
import { clockTime, exactTime } from '../../../shared/format/time';
import type { OrderTimelineEventFragment } from '../../data/order-fragments.generated';
import { orderEventLabels, timelineDays } from '../../data/order-timeline';

/** Everything that happened to an order, newest first, by day. */
@Component({
  selector: 'cw-order-timeline',
  imports: [MoneyPipe, MatTooltip],
  templateUrl: './order-timeline.html',
  styleUrl: './order-timeline.scss',
})
export class OrderTimeline {
  private readonly clock = inject(Clock);

  readonly events = input.required<readonly OrderTimelineEventFragment[]>();

  protected readonly labels = orderEventLabels;
  protected readonly clockTime = clockTime;
  protected readonly exactTime = exactTime;
  protected readonly days = computed(() => timelineDays(this.events(), this.clock.now()));
}
