import { Component, computed, input } from '@angular/core';

import { formatMoney, type Money } from './money';

/** An amount, or a range shown as "From …". */
@Component({
  selector: 'app-price',
  host: { class: 'figures whitespace-nowrap' },
  template: `@if (isRange()) {
      <span class="text-muted font-normal">From </span>
    }
    {{ text() }}`,
})
export class Price {
  readonly amount = input.required<Money>();
  /** The highest price, where there are several. */
  readonly upTo = input<Money>();

  protected readonly text = computed(() => formatMoney(this.amount()));
  protected readonly isRange = computed(() => {
    const upTo = this.upTo();
    return upTo !== undefined && upTo.amount !== this.amount().amount;
  });
}
