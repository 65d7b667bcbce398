import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LucideCheck, LucideCircleAlert } from '@lucide/angular';

import { CartStore } from '#shared/cart/cart-store';
import { Button } from '#shared/ui/button/button';
import { Quantity } from '#shared/ui/quantity/quantity';
import { Toaster } from '#shared/ui/toast/toaster';
import type { Parts } from '../../data/bundle-picker';
import { BackInStock } from './back-in-stock/back-in-stock';
import type { BuyableVariationFragment } from './buy-box.generated';

type Adding =
  | { readonly phase: 'idle' | 'adding' | 'added' }
  | { readonly phase: 'refused'; readonly message: string };

const MOST_AT_ONCE = 99;
const ADDED_SHOWN_FOR_MS = 3_000;

/** Quantity and the button that puts the chosen variation into the cart. */
@Component({
  selector: 'app-buy-box',
  imports: [BackInStock, Button, LucideCheck, LucideCircleAlert, Quantity, RouterLink],
  templateUrl: './buy-box.html',
})
export class BuyBox {
  private readonly cart = inject(CartStore);
  private readonly toaster = inject(Toaster);
  private readonly router = inject(Router);

  readonly productTitle = input.required<string>();
  /** Nothing as long as options are missing. */
  readonly variation = input.required<BuyableVariationFragment | undefined>();
  /** What a bundle shall consist of; nothing for what is no bundle. */
  readonly parts = input<Parts>();
  /** Whether parts are still to be chosen. */
  readonly partsMissing = input(false);
  readonly soldOut = input(false);
  /** The shopper wants to buy, but has not chosen everything. */
  readonly incomplete = output();

  // Stock and price may change under the shopper's hands; only another choice begins anew.
  private readonly variationId = computed(() => this.variation()?.id);
  protected readonly most = computed(() => this.variation()?.lowStockQuantity ?? MOST_AT_ONCE);
  protected readonly quantity = linkedSignal<{ id: string | undefined; most: number }, number>({
    source: () => ({ id: this.variationId(), most: this.most() }),
    computation: ({ id, most }, previous) =>
      previous?.source.id === id ? Math.min(previous?.value ?? 1, most) : 1,
  });
  protected readonly adding = linkedSignal<unknown, Adding>({
    source: this.variationId,
    computation: () => ({ phase: 'idle' }),
  });
  protected readonly isSoldOut = computed(
    () => this.soldOut() || this.variation()?.availability === 'OUT_OF_STOCK',
  );
  /** What can be waited for: stock of its own that has run out. */
  protected readonly waitedFor = computed(() => {
    const variation = this.variation();
    const isWaitable = variation?.availability === 'OUT_OF_STOCK' && !this.parts();
    return isWaitable ? variation.id : undefined;
  });
  protected readonly alreadyInCart = computed(() => {
    const id = this.variation()?.id;
    const lines = this.cart.cart()?.lines.filter(({ variation }) => variation.id === id) ?? [];
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  });
  protected readonly refusal = computed(() => {
    const adding = this.adding();
    return adding.phase === 'refused' ? adding.message : undefined;
  });

  protected async add(): Promise<void> {
    const variation = this.variation();
    if (!variation || this.partsMissing()) {
      this.incomplete.emit();
      return;
    }
    if (this.adding().phase === 'adding') return;

    this.adding.set({ phase: 'adding' });
    const result = await this.cart.add(variation.id, this.quantity(), this.parts());
    if (!result.ok) {
      this.adding.set({ phase: 'refused', message: result.message });
      return;
    }
    this.adding.set({ phase: 'added' });
    setTimeout(() => this.settle(), ADDED_SHOWN_FOR_MS);
    this.toaster.show(`${this.productTitle()} is in your cart.`, {
      label: 'View cart',
      run: () => void this.router.navigate(['/cart']),
    });
  }

  private settle(): void {
    this.adding.update((adding) => (adding.phase === 'added' ? { phase: 'idle' } : adding));
  }
}
