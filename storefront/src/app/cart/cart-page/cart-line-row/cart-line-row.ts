import { NgOptimizedImage } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LucideTriangleAlert } from '@lucide/angular';

import type { CartLineFieldsFragment } from '#shared/cart/cart-store.generated';
import { formatMoney } from '#shared/money/money';
import { Price } from '#shared/money/price';
import { Quantity } from '#shared/ui/quantity/quantity';
import { type CartProblemFacts, lineNotice, type LineRemedy } from '../../data/cart-problems';

/** One line of the cart, with what is wrong with it and how to put that right. */
@Component({
  selector: 'app-cart-line-row',
  imports: [LucideTriangleAlert, NgOptimizedImage, Price, Quantity, RouterLink],
  templateUrl: './cart-line-row.html',
})
export class CartLineRow {
  readonly line = input.required<CartLineFieldsFragment>();
  readonly problems = input<readonly CartProblemFacts[]>([]);
  /** What became of the last change of this line. */
  readonly notice = input<string | null>(null);
  readonly settling = input(false);
  readonly quantityChosen = output<number>();
  readonly removed = output();

  protected readonly title = computed(() => this.line().variation.product.title);
  protected readonly choice = computed(() => {
    const { title } = this.line().variation;
    return title === 'Default' ? '' : title;
  });
  protected readonly parts = computed(() =>
    this.line().parts.map(({ choiceId, quantity, variation }) => {
      const { title, product } = variation;
      const name = title === 'Default' ? product.title : `${product.title} (${title})`;
      return { id: `${choiceId} ${variation.id}`, text: `${quantity} × ${name}` };
    }),
  );
  protected readonly picture = computed(
    () => this.line().variation.image ?? this.line().variation.product.featuredImage,
  );
  protected readonly productLink = computed(() => [
    '/products',
    this.line().variation.product.slug,
  ]);
  protected readonly notices = computed(() => {
    const { priceAtAdd, unitPrice } = this.line();
    const prices = { before: formatMoney(priceAtAdd), now: formatMoney(unitPrice) };
    return this.problems().map((problem) => ({
      code: problem.code,
      ...lineNotice(problem, prices),
    }));
  });

  protected apply(remedy: LineRemedy): void {
    if (remedy.kind === 'remove') this.removed.emit();
    else this.quantityChosen.emit(remedy.quantity);
  }
}
