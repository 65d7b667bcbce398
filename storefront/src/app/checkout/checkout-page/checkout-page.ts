import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { CartStore } from '#shared/cart/cart-store';
import { Price } from '#shared/money/price';
import { Session } from '#shared/session/session';
import { Button } from '#shared/ui/button/button';
import { PostalAddress } from '#shared/ui/postal-address/postal-address';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { EmptyState } from '#shared/ui/states/empty-state';
import type { CheckoutProblem } from '../data/checkout-refusal';
import {
  CHECKOUT_STEPS,
  type CheckoutStep,
  isStepDone,
  reachableStep,
} from '../data/checkout-steps';
import { CheckoutStore } from '../data/checkout-store';
import { PaymentStore } from '../data/payment-store';
import { CheckoutItems } from './checkout-items/checkout-items';
import { CheckoutProblemNotice } from './checkout-problem-notice/checkout-problem-notice';
import { ContactStep } from './contact-step/contact-step';
import { ReviewStep } from './review-step/review-step';
import { ShippingStep } from './shipping-step/shipping-step';

const STEP_TITLES: Record<CheckoutStep, string> = {
  contact: 'Contact',
  shipping: 'Shipping',
  review: 'Review and pay',
};

/** The funnel: each step is an address, a finished one a summary. */
@Component({
  selector: 'app-checkout-page',
  imports: [
    Button,
    CheckoutItems,
    CheckoutProblemNotice,
    ContactStep,
    EmptyState,
    PostalAddress,
    Price,
    ReviewStep,
    RouterLink,
    ShippingStep,
    Skeleton,
  ],
  providers: [CheckoutStore, PaymentStore],
  templateUrl: './checkout-page.html',
})
export class CheckoutPage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly store = inject(CheckoutStore);
  private readonly cart = inject(CartStore);
  private readonly session = inject(Session);

  /** The step asked for, from the address. */
  readonly step = input<string>();

  private readonly opened = signal(false);

  protected readonly checkout = this.store.checkout;
  protected readonly problem = this.store.problem;
  protected readonly isBusy = this.store.isBusy;
  protected readonly options = computed(() =>
    this.store.options.hasValue() ? this.store.options.value().shop : undefined,
  );
  protected readonly isEmpty = computed(() => this.problem()?.kind === 'empty');
  protected readonly isReady = computed(
    () => this.opened() && Boolean(this.checkout() && this.options()),
  );
  /** Why the checkout could not be opened at all. */
  protected readonly failure = computed((): CheckoutProblem | null => {
    if (!this.opened() || this.isReady()) return null;
    const outage = this.store.options.error();
    return this.problem() ?? (outage ? { kind: 'network', message: outage.message } : null);
  });
  protected readonly current = computed(() => reachableStep(this.step(), this.checkout() ?? {}));
  protected readonly steps = computed(() =>
    CHECKOUT_STEPS.map((step, index) => ({
      step,
      number: index + 1,
      title: STEP_TITLES[step],
      isCurrent: step === this.current(),
      isDone: step !== this.current() && isStepDone(step, this.checkout() ?? {}),
    })),
  );

  private readonly needsLock = computed(
    () =>
      this.isReady() &&
      this.current() === 'review' &&
      this.checkout()?.status === 'CREATED' &&
      !this.problem() &&
      !this.isBusy(),
  );

  constructor() {
    afterNextRender(() => void this.open());
    // Who goes back to the cart must find there what they were holding.
    inject(DestroyRef).onDestroy(() => void this.store.release());

    effect(() => {
      if (this.needsLock()) untracked(() => void this.store.lock());
    });

    let last: CheckoutStep | undefined;
    effect(() => {
      if (!this.isReady()) return;
      const current = this.current();
      if (last && last !== current) this.focusStep();
      last = current;
    });
  }

  protected async open(): Promise<void> {
    if (this.store.options.error()) this.store.options.reload();
    // Who is signed in decides which cart is meant.
    await this.session.start();
    const token = await this.store.begin();
    this.opened.set(true);
    if (token) await this.leaveWithOrder(token);
  }

  protected goTo(step: CheckoutStep): void {
    void this.router.navigate([], { queryParams: { step } });
  }

  protected async leaveWithOrder(trackingToken: string): Promise<void> {
    this.cart.reload();
    await this.router.navigate(['/order-placed', trackingToken], { replaceUrl: true });
  }

  protected restart(): void {
    void this.store.restart();
  }

  private focusStep(): void {
    afterNextRender(
      () =>
        this.element.nativeElement
          .querySelector<HTMLElement>('[aria-current="step"] h2')
          ?.focus({ preventScroll: false }),
      { injector: this.injector },
    );
  }
}
