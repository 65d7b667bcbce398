import { Component, computed, input } from '@angular/core';
import { LucideSparkles } from '@lucide/angular';

import type { CartFieldsFragment } from '#shared/cart/cart-store.generated';
import { Price } from '#shared/money/price';
import { priceNotes } from '../../data/price-notes';

/** Why the cart costs this, and what is missing for it to cost less. */
@Component({
  selector: 'app-price-explanation',
  imports: [LucideSparkles, Price],
  templateUrl: './price-explanation.html',
})
export class PriceExplanation {
  readonly explanation = input.required<CartFieldsFragment['priceExplanation']>();

  protected readonly notes = computed(() => priceNotes(this.explanation().promotions));
}
