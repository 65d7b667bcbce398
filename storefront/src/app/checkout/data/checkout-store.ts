import { computed, inject, Service, signal } from '@angular/core';
import { Apollo } from 'apollo-angular';

import { CartStore } from '#shared/cart/cart-store';
import { injectMutate } from '#shared/graphql/mutate';
import { queryResource } from '#shared/graphql/query-resource';
import { RequestError, toRequestError } from '#shared/graphql/request-error';
import type { AddressInput } from '#shared/graphql/types.generated';
import { type Answers, answersOf } from './checkout-answers';
import type { CheckoutRefusalFragment, CheckoutViewFragment } from './checkout-fragments.generated';
import {
  CancelCheckoutDocument,
  CheckoutByIdDocument,
  CheckoutGiftCardsApplyDocument,
  CheckoutGiftCardsRemoveDocument,
  CheckoutOptionsDocument,
  LockCheckoutDocument,
  StartCheckoutDocument,
  UpdateCheckoutDocument,
} from './checkout-operations.generated';
import { type CheckoutProblem, problemOf } from './checkout-refusal';
import { endAttempt, unansweredCheckout } from './payment-attempt';

/** What every change of a checkout answers. */
export interface CheckoutPayload {
  readonly checkout: CheckoutViewFragment | null;
  readonly userErrors: readonly CheckoutRefusalFragment[];
}

/** One checkout from its start to its order, for as long as its page is open. */
@Service({ autoProvided: false })
export class CheckoutStore {
  private readonly apollo = inject(Apollo);
  private readonly cart = inject(CartStore);
  private readonly mutate = injectMutate();
  private readonly current = signal<CheckoutViewFragment | undefined>(undefined);
  private readonly currentProblem = signal<CheckoutProblem | null>(null);
  private readonly work = signal(0);

  /** What the shopper said of news and offers while this page is open. */
  readonly acceptsMarketing = signal<boolean | undefined>(undefined);
  /** What the shop offers: countries, methods of shipping and payment. */
  readonly options = queryResource(CheckoutOptionsDocument, () => ({}));
  readonly checkout = this.current.asReadonly();
  readonly problem = this.currentProblem.asReadonly();
  readonly isBusy = computed(() => this.work() > 0);
  /** Whether the stock is held and the total frozen. */
  readonly isLocked = computed(() => this.current()?.status === 'LOCKED');

  /** Opens the cart's checkout; returns the order's token when a payment sent before a reload made one. */
  async begin(): Promise<string | undefined> {
    const unanswered = unansweredCheckout(sessionStorage);
    if (unanswered) {
      const token = await this.orderOf(unanswered);
      if (token) return token;
    }
    await this.start();
    return undefined;
  }

  /** Gives the held stock back, such as when the shopper returns to the cart; the answers stay. */
  async release(): Promise<void> {
    if (!this.isLocked()) return;
    await this.update({});
    this.cart.reload();
  }

  /** A tick that was never set is no answer, so that it cannot take back what was agreed before. */
  saveContact(email: string, acceptsMarketing: boolean): Promise<boolean> {
    const wasAsked = acceptsMarketing || this.acceptsMarketing() === true;
    this.acceptsMarketing.set(acceptsMarketing);
    return this.answer({ email: email.trim(), ...(wasAsked ? { acceptsMarketing } : {}) });
  }

  saveShipping(shippingAddress: AddressInput, shippingMethodCode: string): Promise<boolean> {
    return this.answer({ shippingAddress, shippingMethodCode });
  }

  /** Freezes the total and reserves the stock; does nothing while that still holds. */
  async lock(): Promise<boolean> {
    const checkout = this.current();
    if (!checkout) return false;
    const until = checkout.reservedUntil;
    if (checkout.status === 'LOCKED' && until && Date.parse(until) > Date.now()) return true;
    return this.run(() =>
      this.mutate(LockCheckoutDocument, { input: { checkoutId: checkout.id } }),
    );
  }

  /** Lets a gift card pay as much as it can. A held checkout is held again at its new sum. */
  applyGiftCard(code: string): Promise<boolean> {
    const checkoutId = this.current()?.id;
    if (!checkoutId) return Promise.resolve(false);
    const input = { checkoutId, codes: [code.trim()] };
    return this.run(() => this.mutate(CheckoutGiftCardsApplyDocument, { input }));
  }

  removeGiftCard(id: string): Promise<boolean> {
    const checkoutId = this.current()?.id;
    if (!checkoutId) return Promise.resolve(false);
    const input = { checkoutId, giftCardIds: [id] };
    return this.run(() => this.mutate(CheckoutGiftCardsRemoveDocument, { input }));
  }

  /** Forgets a problem that has been shown where it belongs. */
  forgetProblem(): void {
    this.currentProblem.set(null);
  }

  /** Gives up a checkout that is closed or ran out, and opens a new one with the same answers. */
  async restart(): Promise<boolean> {
    const old = this.current();
    if (old) {
      // A checkout that has ended cannot be cancelled, and need not be.
      await this.mutate(CancelCheckoutDocument, { input: { checkoutId: old.id } }).catch(
        () => undefined,
      );
    }
    return this.run(async () => {
      const started = await this.mutate(StartCheckoutDocument, { input: {} });
      const answers = old ? answersOf(old) : {};
      if (!started.checkout || Object.keys(answers).length === 0) return started;
      const input = { checkoutId: started.checkout.id, ...answers };
      return this.mutate(UpdateCheckoutDocument, { input });
    });
  }

  /** Shows that the time of the reservation is over. */
  expire(): void {
    this.currentProblem.set({ kind: 'closed' });
  }

  /** Makes one change, and keeps what it answers: the checkout as it is now, and what stands in the way. */
  async run(send: () => Promise<CheckoutPayload>): Promise<boolean> {
    this.work.update((count) => count + 1);
    this.currentProblem.set(null);
    try {
      const { checkout, userErrors } = await send();
      const problem = problemOf(userErrors, this.current()?.lines ?? []);
      if (checkout) this.current.set(checkout);
      this.currentProblem.set(problem);
      return !problem;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.currentProblem.set({ kind: 'network', message: error.message });
      return false;
    } finally {
      this.work.update((count) => count - 1);
    }
  }

  private start(): Promise<boolean> {
    return this.run(() => this.mutate(StartCheckoutDocument, { input: {} }));
  }

  private async answer(answers: Answers): Promise<boolean> {
    if (await this.update(answers)) return true;
    if (this.currentProblem()?.kind !== 'closed') return false;
    return (await this.restart()) && this.update(answers);
  }

  private update(answers: Answers): Promise<boolean> {
    const checkoutId = this.current()?.id;
    if (!checkoutId) return Promise.resolve(false);
    return this.run(() =>
      this.mutate(UpdateCheckoutDocument, { input: { checkoutId, ...answers } }),
    );
  }

  private async orderOf(id: string): Promise<string | undefined> {
    try {
      const { data } = await this.apollo.client.query({
        query: CheckoutByIdDocument,
        variables: { id },
        fetchPolicy: 'network-only',
      });
      const token = data?.checkout?.order?.trackingToken;
      if (token) endAttempt(sessionStorage);
      return token;
    } catch (error) {
      this.currentProblem.set({ kind: 'network', message: toRequestError(error).message });
      return undefined;
    }
  }
}
