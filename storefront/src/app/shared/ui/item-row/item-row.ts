import { NgOptimizedImage } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { Money } from '#shared/money/money';
import { Price } from '#shared/money/price';

/** The picture of an item. */
export interface ItemPicture {
  readonly url: string;
  readonly alt: string;
}

/** One bought item in a summary: picture, name, what was chosen, how many, and what it costs. */
@Component({
  selector: 'app-item-row',
  imports: [NgOptimizedImage, Price, RouterLink],
  templateUrl: './item-row.html',
  host: { class: 'flex items-start gap-4' },
})
export class ItemRow {
  readonly title = input.required<string>();
  /** The options chosen; "Default" says nothing and is left out. */
  readonly choice = input('');
  readonly quantity = input.required<number>();
  readonly total = input.required<Money>();
  readonly picture = input<ItemPicture | null>();
  /** Slug of the product, where there still is a page of it. */
  readonly slug = input<string>();

  protected readonly choiceText = computed(() =>
    this.choice() === 'Default' ? '' : this.choice(),
  );
}
