import { Component, computed, input } from '@angular/core';
import { LucideImage } from '@lucide/angular';

import { isZero, MoneyPipe } from '../../../shared/format/money';
import type { StaffOrderFragment } from '../../data/order-fragments.generated';

/** What was ordered, and what it cost in parts. */
@Component({
  selector: 'cw-order-items',
  imports: [LucideImage, MoneyPipe],
  templateUrl: './order-items.html',
  styleUrl: './order-items.scss',
})
export class OrderItems {
  readonly order = input.required<StaffOrderFragment>();
  readonly pricesIncludeTax = input.required<boolean>();

  protected readonly units = computed(() =>
    this.order().lines.reduce((sum, { quantity }) => sum + quantity, 0),
  );
  protected readonly hasTax = computed(() => !isZero(this.order().cost.tax));
  protected readonly hasDiscounts = computed(() => !isZero(this.order().cost.discounts));
}
