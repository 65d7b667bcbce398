import { Component, computed, inject } from '@angular/core';
import { LucideGift } from '@lucide/angular';

import { Price } from '#shared/money/price';
import { type CodeAnswer, CodeForm } from '#shared/ui/code-form/code-form';
import { CheckoutStore } from '../../data/checkout-store';

/** Takes gift cards, and lists those that pay with how much. */
@Component({
  selector: 'app-gift-card-form',
  imports: [CodeForm, LucideGift, Price],
  templateUrl: './gift-card-form.html',
})
export class GiftCardForm {
  private readonly store = inject(CheckoutStore);

  protected readonly cards = computed(() => this.store.checkout()?.giftCards ?? []);

  protected readonly apply = async (code: string): Promise<CodeAnswer> => {
    if (await this.store.applyGiftCard(code)) return { isTaken: true };
    const problem = this.store.problem();
    if (problem?.kind !== 'invalid') return { isTaken: false, refusal: null };
    // Said here, it need not be said over the whole page.
    this.store.forgetProblem();
    return { isTaken: false, refusal: problem.message };
  };

  protected remove(id: string): void {
    void this.store.removeGiftCard(id);
  }
}
