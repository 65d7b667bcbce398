import { NgOptimizedImage } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LucideLock } from '@lucide/angular';

import { type CartResult, CartStore } from '#shared/cart/cart-store';
import type { CartLineFieldsFragment } from '#shared/cart/cart-store.generated';
import { queryResource } from '#shared/graphql/query-resource';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { CostSummary } from '#shared/ui/cost-summary/cost-summary';
import { ItemRow } from '#shared/ui/item-row/item-row';
import { PriceExplanation } from '#shared/ui/price-explanation/price-explanation';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { EmptyState } from '#shared/ui/states/empty-state';
import { ErrorState } from '#shared/ui/states/error-state';
import { Toaster } from '#shared/ui/toast/toaster';
import { blocksCheckout } from '../data/cart-problems';
import { CartLineRow } from './cart-line-row/cart-line-row';
import { CartSuggestionsDocument } from './cart-page.generated';
import { CouponForm } from './coupon-form/coupon-form';

/** Everything the shopper is about to buy. */
@Component({
  selector: 'app-cart-page',
  imports: [
    Button,
    CartLineRow,
    CostSummary,
    CouponForm,
    EmptyState,
    ErrorState,
    ItemRow,
    LucideLock,
    NgOptimizedImage,
    PriceExplanation,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './cart-page.html',
})
export class CartPage {
  private readonly store = inject(CartStore);
  private readonly toaster = inject(Toaster);
  private readonly session = inject(Session);

  private readonly notices = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly cart = this.store.cart;
  protected readonly status = this.store.status;
  protected readonly error = this.store.error;
  protected readonly isChanging = this.store.isChanging;
  protected readonly isSignedIn = this.session.isSignedIn;
  protected readonly announcement = signal('');
  protected readonly lines = computed(() => {
    const { lines = [], problems = [] } = this.cart() ?? {};
    return lines.map((line) => ({
      line,
      problems: problems.filter(({ lineId }) => lineId === line.id),
      notice: this.notices().get(line.id) ?? null,
    }));
  });
  protected readonly gifts = computed(() => this.cart()?.gifts ?? []);
  protected readonly isBlocked = computed(() => blocksCheckout(this.cart()?.problems ?? []));
  protected readonly countLabel = computed(() => {
    const count = this.store.totalQuantity();
    return count === 1 ? '1 item' : `${count} items`;
  });

  private readonly suggestions = queryResource(CartSuggestionsDocument, () =>
    this.status() === 'resolved' && this.lines().length === 0 ? {} : undefined,
  );
  protected readonly collections = computed(() =>
    this.suggestions.hasValue() ? this.suggestions.value().collections.nodes : [],
  );

  protected async setQuantity(line: CartLineFieldsFragment, quantity: number): Promise<void> {
    const title = line.variation.product.title;
    const result = await this.store.setQuantity(line.id, quantity);
    this.tell(line.id, result, `${title}: quantity ${quantity}.`);
  }

  protected async remove(line: CartLineFieldsFragment): Promise<void> {
    const title = line.variation.product.title;
    const result = await this.store.remove(line.id);
    this.tell(line.id, result, `${title} removed.`);
    if (!result.ok) return;
    this.toaster.show(`${title} removed`, {
      label: 'Undo',
      run: () => void this.putBack(line),
    });
  }

  protected retry(): void {
    this.store.reload();
  }

  private async putBack(line: CartLineFieldsFragment): Promise<void> {
    const { variation, quantity } = line;
    const parts = line.parts.map((part) => ({
      choiceId: part.choiceId,
      variationId: part.variation.id,
      quantity: part.quantity,
    }));
    const result = await this.store.add(
      variation.id,
      quantity,
      parts.length > 0 ? parts : undefined,
    );
    if (result.ok) this.announcement.set(`${variation.product.title} is back in your cart.`);
    else this.toaster.show(result.message);
  }

  private tell(lineId: string, result: CartResult, done: string): void {
    const notice = result.ok ? result.notice : result.message;
    this.notices.update((notices) => {
      const rest = new Map(notices);
      if (notice) rest.set(lineId, notice);
      else rest.delete(lineId);
      return rest;
    });
    this.announcement.set(notice ?? `${done} ${this.countLabel()} in your cart.`);
  }
}
