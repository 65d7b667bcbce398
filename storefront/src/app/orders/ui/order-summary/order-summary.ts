import { Component, computed, input } from '@angular/core';

import { CostSummary } from '#shared/ui/cost-summary/cost-summary';
import { ItemRow } from '#shared/ui/item-row/item-row';
import { PostalAddress } from '#shared/ui/postal-address/postal-address';
import type { OrderDetailsFragment } from '../../data/order-fragments.generated';
import { paymentLabel } from '../../data/order-status';

/** What was ordered, what it costs, and where it goes. */
@Component({
  selector: 'app-order-summary',
  imports: [CostSummary, ItemRow, PostalAddress],
  templateUrl: './order-summary.html',
  host: { class: 'block' },
})
export class OrderSummary {
  readonly order = input.required<OrderDetailsFragment>();

  protected readonly content = computed(() => {
    const units = this.order().lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return units === 1 ? '1 item' : `${units} items`;
  });
  protected readonly payment = computed(
    () => `${this.order().paymentMethodName} · ${paymentLabel(this.order().paymentStatus)}`,
  );
}
