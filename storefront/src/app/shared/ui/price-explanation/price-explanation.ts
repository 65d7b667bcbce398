import { Component, computed, input } from '@angular/core';
import { LucideSparkles } from '@lucide/angular';

import { Price } from '#shared/money/price';
import { type Outcome, priceNotes } from './price-notes';

/** Why a cart or checkout costs this, and what is missing for it to cost less. */
@Component({
  selector: 'app-price-explanation',
  imports: [LucideSparkles, Price],
  templateUrl: './price-explanation.html',
})
export class PriceExplanation {
  readonly explanation = input.required<{ readonly promotions: readonly Outcome[] }>();

  protected readonly notes = computed(() => priceNotes(this.explanation().promotions));
}
