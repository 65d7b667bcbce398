import { Component, computed, input } from '@angular/core';
import { LucideSparkles } from '@lucide/angular';

import { isZero, type Money } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { type Outcome, priceNotes } from './price-notes';

/** What delivery costs after all that was taken off. */
export interface DeliveryStep {
  readonly name: string;
  readonly price: Money;
}

/** A tax in a price. */
export interface TaxStep {
  readonly name: string;
  readonly percent: string;
  readonly amount: Money;
}

/** Why a cart, checkout or order costs this, and what is missing for it to cost less. */
@Component({
  selector: 'app-price-explanation',
  imports: [LucideSparkles, Price],
  templateUrl: './price-explanation.html',
})
export class PriceExplanation {
  readonly explanation = input.required<{ readonly promotions: readonly Outcome[] }>();
  /** The delivery that was chosen, where that is settled. */
  readonly delivery = input<DeliveryStep>();
  /** The taxes, where they are settled. */
  readonly taxes = input<readonly TaxStep[]>([]);
  /** Whether prices contain the taxes. */
  readonly isTaxIncluded = input(true);

  protected readonly notes = computed(() => priceNotes(this.explanation().promotions));
  protected readonly hasSteps = computed(
    () =>
      this.notes().applied.length > 0 || this.taxes().length > 0 || this.delivery() !== undefined,
  );
  protected readonly isDeliveryFree = computed(() => {
    const delivery = this.delivery();
    return delivery !== undefined && isZero(delivery.price);
  });
}
