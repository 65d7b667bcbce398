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

/** Something that an item consists of, and how many units of it. */
export interface ItemPart {
  readonly title: string;
  readonly choice: string;
  readonly quantity: number;
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
  /** What one unit of a bundle consists of. */
  readonly parts = input<readonly ItemPart[]>([]);
  /** Whether it is a present of the shop. */
  readonly isGift = input(false);
  /** Left out for presents. */
  readonly total = input<Money>();
  readonly picture = input<ItemPicture | null>();
  /** Slug of the product, where there still is a page of it. */
  readonly slug = input<string>();

  protected readonly choiceText = computed(() =>
    this.choice() === 'Default' ? '' : this.choice(),
  );
  protected readonly partTexts = computed(() =>
    this.parts().map(({ title, choice, quantity }) =>
      choice === 'Default' ? `${quantity} × ${title}` : `${quantity} × ${title} (${choice})`,
    ),
  );
}
