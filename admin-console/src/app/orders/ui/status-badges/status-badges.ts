import { Component, computed, input } from '@angular/core';

import type {
  FulfilmentStatus,
  OrderStatus,
  PaymentStatus,
} from '../../../shared/graphql/types.generated';
import { Badge } from '../../../shared/ui/badge/badge';
import {
  fulfilmentStatusViews,
  orderStatusViews,
  paymentStatusViews,
} from '../../data/order-status';

/** Where an order as a whole stands. */
@Component({
  selector: 'cw-order-status',
  imports: [Badge],
  template: `<cw-badge [tone]="view().tone">{{ view().label }}</cw-badge>`,
  host: { 'data-testid': 'order-status', '[attr.data-status]': 'status()' },
})
export class OrderStatusBadge {
  readonly status = input.required<OrderStatus>();
  protected readonly view = computed(() => orderStatusViews[this.status()]);
}

/** Whether an order's money is there. */
@Component({
  selector: 'cw-payment-status',
  imports: [Badge],
  template: `<cw-badge [tone]="view().tone">{{ view().label }}</cw-badge>`,
  host: { 'data-testid': 'payment-status', '[attr.data-status]': 'status()' },
})
export class PaymentStatusBadge {
  readonly status = input.required<PaymentStatus>();
  protected readonly view = computed(() => paymentStatusViews[this.status()]);
}

/** Whether an order's goods are on their way. */
@Component({
  selector: 'cw-fulfilment-status',
  imports: [Badge],
  template: `<cw-badge [tone]="view().tone">{{ view().label }}</cw-badge>`,
  host: { 'data-testid': 'fulfilment-status', '[attr.data-status]': 'status()' },
})
export class FulfilmentStatusBadge {
  readonly status = input.required<FulfilmentStatus>();
  protected readonly view = computed(() => fulfilmentStatusViews[this.status()]);
}
