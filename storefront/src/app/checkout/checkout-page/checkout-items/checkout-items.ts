import { Component, computed, input, signal } from '@angular/core';
import { LucideChevronDown } from '@lucide/angular';

import { Price } from '#shared/money/price';
import { CostSummary } from '#shared/ui/cost-summary/cost-summary';
import { ItemRow } from '#shared/ui/item-row/item-row';
import { PriceExplanation } from '#shared/ui/price-explanation/price-explanation';
import type { CheckoutViewFragment } from '../../data/checkout-fragments.generated';

/** What is being bought and for how much; on small screens a bar with the total that opens. */
@Component({
  selector: 'app-checkout-items',
  imports: [CostSummary, ItemRow, LucideChevronDown, Price, PriceExplanation],
  templateUrl: './checkout-items.html',
  host: { class: 'block' },
})
export class CheckoutItems {
  readonly checkout = input.required<CheckoutViewFragment>();

  protected readonly isOpen = signal(false);
  protected readonly lines = computed(() =>
    this.checkout().lines.map((line) => ({
      ...line,
      contents: line.parts.map(({ quantity, variation }) => ({
        title: variation.product.title,
        choice: variation.title,
        quantity,
      })),
    })),
  );
  protected readonly shippingNote = computed(() =>
    this.checkout().shippingMethod ? undefined : 'Next step',
  );
}
