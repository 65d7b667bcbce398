import { Component, computed, inject, output, signal } from '@angular/core';
import { LucideTicketPercent, LucideX } from '@lucide/angular';

import { CartStore } from '#shared/cart/cart-store';
import { type CodeAnswer, CodeForm } from '#shared/ui/code-form/code-form';

/** Takes discount codes, and lists those that the cart has. */
@Component({
  selector: 'app-coupon-form',
  imports: [CodeForm, LucideTicketPercent, LucideX],
  templateUrl: './coupon-form.html',
})
export class CouponForm {
  private readonly store = inject(CartStore);

  /** What has been done, for those who do not see it. */
  readonly said = output<string>();

  protected readonly codes = computed(() => this.store.cart()?.couponCodes ?? []);
  /** Why a code was not removed. */
  protected readonly problem = signal<string | null>(null);

  protected readonly apply = async (code: string): Promise<CodeAnswer> => {
    this.problem.set(null);
    const result = await this.store.applyCoupon(code);
    if (!result.ok) return { isTaken: false, refusal: result.message };
    this.said.emit(`Code ${code.toUpperCase()} applied.`);
    return { isTaken: true };
  };

  protected async remove(code: string): Promise<void> {
    const result = await this.store.removeCoupon(code);
    this.problem.set(result.ok ? null : result.message);
    if (result.ok) this.said.emit(`Code ${code} removed.`);
  }
}
