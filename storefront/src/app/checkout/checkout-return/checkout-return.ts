import { afterNextRender, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { CartStore } from '#shared/cart/cart-store';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { CheckoutStore } from '../data/checkout-store';
import { PaymentStore } from '../data/payment-store';
import { pollWhile } from '../data/poll-while';

/** Where a shopper comes back to from their bank: it waits for the order, or leads back to the payment. */
@Component({
  selector: 'app-checkout-return',
  imports: [Button, RouterLink, Skeleton],
  providers: [CheckoutStore, PaymentStore],
  templateUrl: './checkout-return.html',
})
export class CheckoutReturn {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly cart = inject(CartStore);
  private readonly store = inject(CheckoutStore);
  private readonly payment = inject(PaymentStore);

  /** The checkout that was being paid, from the address. */
  readonly checkout = input<string>();

  protected readonly isWaiting = signal(false);
  protected readonly isBusy = this.store.isBusy;
  protected readonly problem = this.store.problem;
  protected readonly failure = computed(() => {
    const problem = this.problem();
    if (!problem) return null;
    return 'message' in problem ? problem.message : 'The payment service does not answer just now.';
  });

  constructor() {
    afterNextRender(() => void this.ask());
    pollWhile(
      () => this.isWaiting() && !this.isBusy(),
      () => void this.ask(),
    );
  }

  protected async ask(): Promise<void> {
    // Who is signed in decides whose checkout it is.
    await this.session.start();
    const token = await this.payment.confirm(this.checkout() ?? '');
    if (token) {
      this.cart.reload();
      await this.router.navigate(['/order-placed', token], { replaceUrl: true });
      return;
    }
    this.isWaiting.set(this.payment.isProcessing());
    const hasToAct = this.store.checkout() !== undefined && !this.payment.isProcessing();
    if (this.checkout() && !hasToAct && this.problem()?.kind !== 'closed') return;
    // What to do next, and why, is said where it is done.
    await this.router.navigate(['/checkout'], {
      queryParams: { step: 'review' },
      replaceUrl: true,
    });
  }
}
