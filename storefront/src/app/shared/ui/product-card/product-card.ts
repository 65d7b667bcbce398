import { NgOptimizedImage } from '@angular/common';
import { Component, computed, input, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Price } from '#shared/money/price';
import { Badge } from '#shared/ui/badge/badge';
import type { ProductCardFragment } from './product-card.generated';

/** A product in a list: the picture at a fixed ratio, the name, the price, and the stock if it is worth a word. */
@Component({
  selector: 'app-product-card',
  imports: [Badge, NgOptimizedImage, Price, RouterLink],
  templateUrl: './product-card.html',
})
export class ProductCard {
  readonly product = input.required<ProductCardFragment>();
  /** Whether the picture is in view at first and should not wait. */
  readonly priority = input(false);
  readonly sizes = input('(min-width: 64rem) 18rem, (min-width: 34rem) 30vw, 45vw');

  // An image takes its priority once; a card that moves in a list keeps the one it began with.
  protected readonly isEager = linkedSignal({
    source: () => this.product().id,
    computation: () => untracked(this.priority),
  });
  protected readonly link = computed(() => ['/products', this.product().slug]);
}
