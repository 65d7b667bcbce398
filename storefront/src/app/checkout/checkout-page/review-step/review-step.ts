import { Component, computed, inject, linkedSignal, output, signal } from '@angular/core';
import { LucideLock } from '@lucide/angular';

import { formatMoney, isZero } from '#shared/money/money';
import { Button } from '#shared/ui/button/button';
import { CheckoutStore } from '../../data/checkout-store';
import { GiftCardForm } from '../gift-card-form/gift-card-form';
import { ReservationClock } from '../reservation-clock/reservation-clock';

/** The last look, the way to pay, and the button that says how much. */
@Component({
  selector: 'app-review-step',
  imports: [Button, GiftCardForm, LucideLock, ReservationClock],
  templateUrl: './review-step.html',
})
export class ReviewStep {
  private readonly store = inject(CheckoutStore);

  /** The order exists; carries the token of its pages. */
  readonly placed = output<string>();

  protected readonly isPaying = signal(false);
  protected readonly isBusy = this.store.isBusy;
  protected readonly isLocked = this.store.isLocked;
  protected readonly problem = this.store.problem;
  protected readonly reservedUntil = computed(() => this.store.checkout()?.reservedUntil ?? null);
  protected readonly methods = computed(() =>
    this.store.options.hasValue() ? this.store.options.value().shop.paymentMethods : [],
  );
  protected readonly method = linkedSignal(() => this.methods()[0]?.code ?? '');
  protected readonly isPaidByGiftCards = computed(() => {
    const { giftCards, due } = this.store.checkout() ?? {};
    return due !== undefined && isZero(due) && giftCards?.length !== 0;
  });
  protected readonly payLabel = computed(() => {
    const due = this.store.checkout()?.due;
    if (this.isPaidByGiftCards()) return 'Place order';
    return due ? `Pay ${formatMoney(due)}` : 'Pay';
  });
  protected readonly canPay = computed(() => this.isLocked() && this.problem()?.kind !== 'closed');

  protected async pay(): Promise<void> {
    this.isPaying.set(true);
    try {
      const token = await this.store.pay(this.isPaidByGiftCards() ? null : this.method());
      if (token) this.placed.emit(token);
    } finally {
      this.isPaying.set(false);
    }
  }

  protected reserve(): void {
    void this.store.lock();
  }

  protected expire(): void {
    if (!this.isPaying()) this.store.expire();
  }
}
