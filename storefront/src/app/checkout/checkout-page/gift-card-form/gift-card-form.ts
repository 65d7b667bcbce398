import { Component, computed, inject, signal } from '@angular/core';
import { LucideGift } from '@lucide/angular';

import { Price } from '#shared/money/price';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { Input } from '#shared/ui/field/input';
import { CheckoutStore } from '../../data/checkout-store';

/** Takes gift cards, and lists those that pay with how much. */
@Component({
  selector: 'app-gift-card-form',
  imports: [Button, Field, Input, LucideGift, Price],
  templateUrl: './gift-card-form.html',
})
export class GiftCardForm {
  private readonly store = inject(CheckoutStore);

  protected readonly cards = computed(() => this.store.checkout()?.giftCards ?? []);
  protected readonly isOpen = signal(false);
  protected readonly code = signal('');
  protected readonly isApplying = signal(false);
  /** Why the last card was not taken. */
  protected readonly refusal = signal<string | null>(null);

  protected async apply(event: Event): Promise<void> {
    event.preventDefault();
    if (this.code().trim() === '') {
      this.refusal.set('Enter the code of the card.');
      return;
    }
    this.isApplying.set(true);
    const isTaken = await this.store.applyGiftCard(this.code());
    this.isApplying.set(false);
    if (isTaken) {
      this.code.set('');
      this.isOpen.set(false);
      this.refusal.set(null);
      return;
    }
    const problem = this.store.problem();
    if (problem?.kind !== 'invalid') return;
    // Said here, it need not be said over the whole page.
    this.refusal.set(problem.message);
    this.store.forgetProblem();
  }

  protected remove(id: string): void {
    void this.store.removeGiftCard(id);
  }

  protected edit(event: Event): void {
    this.code.set((event.target as HTMLInputElement).value);
    this.refusal.set(null);
  }
}
