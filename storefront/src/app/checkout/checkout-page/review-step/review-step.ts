import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { LucideLock } from '@lucide/angular';

import { formatMoney, isZero } from '#shared/money/money';
import { Button } from '#shared/ui/button/button';
import { priceNotes } from '#shared/ui/price-explanation/price-notes';
import { CheckoutStore } from '../../data/checkout-store';
import { PaymentStore } from '../../data/payment-store';
import { pollWhile } from '../../data/poll-while';
import { CardPayment } from '../card-payment/card-payment';
import { GiftCardForm } from '../gift-card-form/gift-card-form';
import { ReservationClock } from '../reservation-clock/reservation-clock';

/** The code of the way to pay that asks for a card in the page. */
const CARD = 'stripe';

/** The last look, the way to pay, and the button that says how much. */
@Component({
  selector: 'app-review-step',
  imports: [Button, CardPayment, GiftCardForm, LucideLock, ReservationClock],
  templateUrl: './review-step.html',
})
export class ReviewStep {
  private readonly store = inject(CheckoutStore);
  private readonly payment = inject(PaymentStore);

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
  /** Said again by the button: the summary may be folded, and the total is not what the cart said. */
  protected readonly idleCodes = computed(
    () => priceNotes(this.store.checkout()?.priceExplanation.promotions ?? []).idle,
  );
  protected readonly payLabel = computed(() => {
    const due = this.store.checkout()?.due;
    if (this.isPaidByGiftCards()) return 'Place order';
    // Nothing is charged by this press: the card comes first.
    if (this.method() === CARD) return 'Continue to your card';
    return due ? `Pay ${formatMoney(due)}` : 'Pay';
  });
  protected readonly canPay = computed(() => this.isLocked() && this.problem()?.kind !== 'closed');
  protected readonly due = computed(() => this.store.checkout()?.due);
  protected readonly checkoutId = computed(() => this.store.checkout()?.id ?? '');
  protected readonly action = this.payment.action;
  protected readonly isPending = this.payment.isPending;
  protected readonly isProcessing = this.payment.isProcessing;

  constructor() {
    // After a reload the payment goes on where it was.
    afterNextRender(() => {
      if (this.isPending()) void this.confirm();
    });
    pollWhile(
      () => this.isProcessing() && !this.isPaying() && !this.isBusy(),
      () => void this.confirm(),
    );
    effect(() => {
      if (this.action()) untracked(() => this.method.set(CARD));
    });
  }

  protected pay(): Promise<void> {
    const method = this.isPaidByGiftCards() ? null : this.method();
    return this.settle(() => this.payment.pay(method));
  }

  protected confirm(): Promise<void> {
    return this.settle(() => this.payment.confirm());
  }

  /** Back to the choice of ways to pay. */
  protected giveUp(): Promise<void> {
    return this.settle(() => this.payment.cancel());
  }

  protected reserve(): void {
    void this.store.lock();
  }

  protected expire(): void {
    if (!this.isPaying()) this.store.expire();
  }

  private async settle(ask: () => Promise<string | undefined>): Promise<void> {
    this.isPaying.set(true);
    try {
      const token = await ask();
      if (token) this.placed.emit(token);
    } finally {
      this.isPaying.set(false);
    }
  }
}
