import { Component, computed, input, model, output } from '@angular/core';
import { LucideMinus, LucidePlus } from '@lucide/angular';

import { clampQuantity } from './clamp-quantity';

/** A whole number with a button on each side. */
@Component({
  selector: 'app-quantity',
  imports: [LucideMinus, LucidePlus],
  templateUrl: './quantity.html',
  host: { class: 'inline-block' },
})
export class Quantity {
  /** What is counted, for those who do not see the place. */
  readonly label = input('Quantity');
  readonly min = input(1);
  readonly max = input(99);
  readonly disabled = input(false);
  readonly value = model(1);
  /** Tells a change that the shopper made. */
  readonly changed = output<number>();

  protected readonly canDecrease = computed(() => this.value() > this.min());
  protected readonly canIncrease = computed(() => this.value() < this.max());

  protected step(by: number): void {
    this.choose(this.value() + by);
  }

  protected type(field: HTMLInputElement): void {
    const next = clampQuantity(field.value, this.min(), this.max(), this.value());
    field.value = String(next);
    this.choose(next);
  }

  private choose(next: number): void {
    if (next === this.value()) return;
    this.value.set(next);
    this.changed.emit(next);
  }
}
