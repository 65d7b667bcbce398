import { Component, computed, inject, output, signal } from '@angular/core';
import { LucideTicketPercent, LucideX } from '@lucide/angular';

import { CartStore } from '#shared/cart/cart-store';
import { Button } from '#shared/ui/button/button';
import { Field } from '#shared/ui/field/field';
import { Input } from '#shared/ui/field/input';

/** Takes discount codes, and lists those that the cart has. */
@Component({
  selector: 'app-coupon-form',
  imports: [Button, Field, Input, LucideTicketPercent, LucideX],
  templateUrl: './coupon-form.html',
})
export class CouponForm {
  private readonly store = inject(CartStore);

  /** What has been done, for those who do not see it. */
  readonly said = output<string>();

  protected readonly codes = computed(() => this.store.cart()?.couponCodes ?? []);
  protected readonly isOpen = signal(false);
  protected readonly code = signal('');
  protected readonly isApplying = signal(false);
  /** Why the last code was not taken. */
  protected readonly refusal = signal<string | null>(null);

  protected async apply(event: Event): Promise<void> {
    event.preventDefault();
    const code = this.code().trim();
    if (code === '') {
      this.refusal.set('Enter a code first.');
      return;
    }
    this.isApplying.set(true);
    const result = await this.store.applyCoupon(code);
    this.isApplying.set(false);
    this.refusal.set(result.ok ? null : result.message);
    if (!result.ok) return;
    this.code.set('');
    this.isOpen.set(false);
    this.said.emit(`Code ${code.toUpperCase()} applied.`);
  }

  protected async remove(code: string): Promise<void> {
    const result = await this.store.removeCoupon(code);
    if (result.ok) this.said.emit(`Code ${code} removed.`);
    else this.refusal.set(result.message);
  }

  protected edit(event: Event): void {
    this.code.set((event.target as HTMLInputElement).value);
    this.refusal.set(null);
  }
}
