import {
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { LucideLock } from '@lucide/angular';
import type { Stripe, StripeElements } from '@stripe/stripe-js';

import { formatMoney, type Money } from '#shared/money/money';
import { Theme } from '#shared/theme/theme';
import { Button } from '#shared/ui/button/button';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { CARD_PROVIDER } from '../../data/card-provider';
import type { PaymentStepFragment } from '../../data/checkout-fragments.generated';

type Phase = 'loading' | 'ready' | 'confirming' | 'unavailable';

const DECLINED = 'The card could not be charged. Please check it or take another one.';

/** The card provider's own form, and the button that charges the card. Card numbers never reach the shop. */
@Component({
  selector: 'app-card-payment',
  imports: [Button, LucideLock, Skeleton],
  templateUrl: './card-payment.html',
})
export class CardPayment {
  private readonly load = inject(CARD_PROVIDER);
  private readonly theme = inject(Theme);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly destroyRef = inject(DestroyRef);

  readonly step = input.required<PaymentStepFragment>();
  readonly due = input.required<Money | undefined>();
  readonly checkoutId = input.required<string>();
  /** Whether the shop is asking what became of the payment. */
  readonly checking = input(false);
  /** The provider took the card; the shop has to ask what became of it. */
  readonly confirmed = output();
  /** The shopper wants to pay another way. */
  readonly gaveUp = output();

  protected readonly phase = signal<Phase>('loading');
  private readonly refusal = signal<string | null>(null);
  protected readonly message = computed(() => this.refusal() ?? this.step().message);
  protected readonly payLabel = computed(() => {
    const due = this.due();
    return due ? `Pay ${formatMoney(due)}` : 'Pay';
  });
  protected readonly isBusy = computed(() => this.phase() === 'confirming' || this.checking());

  private readonly clientSecret = computed(() => this.step().clientSecret);
  private provider: { readonly stripe: Stripe; readonly elements: StripeElements } | undefined;

  constructor() {
    effect(() => {
      this.clientSecret();
      const place = this.place().nativeElement;
      untracked(() => void this.mount(place));
    });
  }

  protected retry(): void {
    void this.mount(this.place().nativeElement);
  }

  protected async confirm(): Promise<void> {
    if (!this.provider || this.isBusy()) return;
    const { stripe, elements } = this.provider;
    this.phase.set('confirming');
    this.refusal.set(null);
    const returnUrl = new URL('/checkout/return', location.origin);
    returnUrl.searchParams.set('checkout', this.checkoutId());
    const { error } = await stripe.confirmPayment({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: returnUrl.href },
    });
    this.phase.set('ready');
    if (!error) {
      this.confirmed.emit();
      return;
    }
    this.refusal.set(error.message ?? DECLINED);
    // What is not about the entered card may mean that the payment was made already.
    if (error.type !== 'card_error' && error.type !== 'validation_error') this.confirmed.emit();
  }

  private async mount(place: HTMLElement): Promise<void> {
    const { clientSecret, publishableKey } = this.step();
    this.phase.set('loading');
    try {
      const stripe = await this.load(publishableKey);
      if (!stripe) throw new Error('The card provider cannot run here.');
      const theme = this.theme.isDark() ? 'night' : 'stripe';
      const elements = stripe.elements({ clientSecret, appearance: { theme } });
      const element = elements.create('payment');
      element.on('ready', () => this.phase.set('ready'));
      element.on('loaderror', () => this.phase.set('unavailable'));
      element.mount(place);
      this.provider = { stripe, elements };
      this.destroyRef.onDestroy(() => element.destroy());
    } catch {
      // The script was kept back or is out of reach; the shopper can try again or pay another way.
      this.phase.set('unavailable');
    }
  }
}
