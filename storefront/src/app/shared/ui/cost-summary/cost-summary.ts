import { Component, computed, input } from '@angular/core';

import { isZero } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { type CostSums, isTaxIncluded } from '#shared/money/tax-note';

/** What something costs, part by part, and in total. */
@Component({
  selector: 'app-cost-summary',
  imports: [Price],
  templateUrl: './cost-summary.html',
  host: { class: 'block' },
})
export class CostSummary {
  readonly cost = input.required<CostSums>();
  readonly totalLabel = input('Total');
  /** Said instead of the shipping price while that is not known. */
  readonly shippingNote = input<string>();
  /** Whether the sums are about to change. */
  readonly settling = input(false);

  protected readonly hasDiscounts = computed(() => !isZero(this.cost().discounts));
  protected readonly isShippingFree = computed(() => isZero(this.cost().shipping));
  protected readonly hasTax = computed(() => !isZero(this.cost().tax));
  protected readonly isTaxIncluded = computed(() => isTaxIncluded(this.cost()));
}
