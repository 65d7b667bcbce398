import { Component, input } from '@angular/core';

import { ProductCard } from '#shared/ui/product-card/product-card';
import type { ProductCardFragment } from '#shared/ui/product-card/product-card.generated';

/** Product cards in columns; the pictures of the first row do not wait. */
@Component({
  selector: 'app-product-grid',
  imports: [ProductCard],
  template: `
    <ul
      class="grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-12"
    >
      @for (product of products(); track product.id) {
        <li><app-product-card [product]="product" [priority]="$index < eager()" /></li>
      }
    </ul>
  `,
})
export class ProductGrid {
  readonly products = input.required<readonly ProductCardFragment[]>();
  /** How many pictures load at once. */
  readonly eager = input(0);
}
