import { NgOptimizedImage, NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';

import { Price } from '#shared/money/price';
import { Quantity } from '#shared/ui/quantity/quantity';
import { choiceStates, type Parts, setPart } from '../../data/bundle-picker';
import type { PickedBundleFragment } from './bundle-picker.generated';

/** The sets of a bundle: radio buttons where one is chosen, numbers where several are. */
@Component({
  selector: 'app-bundle-picker',
  imports: [NgOptimizedImage, NgTemplateOutlet, Price, Quantity],
  templateUrl: './bundle-picker.html',
})
export class BundlePicker {
  readonly bundle = input.required<PickedBundleFragment>();
  readonly parts = input.required<Parts>();
  /** Whether to point at what is still to be chosen, because something cannot go on without it. */
  readonly pointsAtMissing = input(false);
  readonly chosen = output<Parts>();

  /** Parts are priced one by one only where that is what the shopper pays for. */
  protected readonly showsPrices = computed(() => this.bundle().priceRule.kind !== 'FIXED');
  protected readonly choices = computed(() =>
    choiceStates(this.bundle(), this.parts()).map((choice) => ({
      ...choice,
      options: choice.options.map((option) => {
        const { title, product, image } = option.variation;
        return {
          ...option,
          name: title === 'Default' ? product.title : `${product.title}, ${title}`,
          picture: image ?? product.featuredImage,
          isChosen: option.quantity > 0,
          // What has sold out since it was chosen can still be given back.
          isDisabled: option.isSoldOut && option.quantity === 0,
        };
      }),
    })),
  );

  protected set(choiceId: string, variationId: string | null, quantity: number): void {
    const choice = this.bundle().choices.find(({ id }) => id === choiceId);
    if (choice) this.chosen.emit(setPart(choice, this.parts(), variationId, quantity));
  }
}
