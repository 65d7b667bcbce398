import {
  afterNextRender,
  computed,
  inject,
  Service,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import { Apollo } from 'apollo-angular';

import { injectMutate } from '#shared/graphql/mutate';
import { queryResource } from '#shared/graphql/query-resource';
import { RequestError } from '#shared/graphql/request-error';
import type { CartLinePartInput } from '#shared/graphql/types.generated';
import {
  cartRefusalText,
  type PendingQuantities,
  withoutPending,
  withPending,
} from './cart-changes';
import {
  CartCouponsApplyDocument,
  CartCouponsRemoveDocument,
  CartDocument,
  type CartFieldsFragment,
  CartLinesAddDocument,
  CartLinesRemoveDocument,
  CartLinesUpdateDocument,
  type CartRefusalFragment,
} from './cart-store.generated';

/** How a change to the cart ended; texts are for the shopper. */
export type CartResult =
  | { readonly ok: true; readonly notice?: string }
  | { readonly ok: false; readonly message: string };

/** How adding to the cart ended. */
export type AddResult = CartResult;

interface CartPayload {
  readonly cart: CartFieldsFragment | null;
  readonly userErrors: readonly CartRefusalFragment[];
  readonly warnings: readonly { readonly message: string }[];
}

/** The shopper's cart. It is asked for in the browser only, so that rendered pages are nobody's own. */
@Service()
export class CartStore {
  private readonly apollo = inject(Apollo);
  private readonly mutate = injectMutate();
  private readonly inBrowser = signal(false);
  private readonly pending = signal<PendingQuantities>(new Map());
  private readonly query = queryResource(CartDocument, () => (this.inBrowser() ? {} : undefined));
  // Changes go out one after the other, each with the version that the one before it left behind.
  private queue: Promise<unknown> = Promise.resolve();

  private readonly confirmed = computed(() =>
    this.query.hasValue() ? (this.query.value().cart ?? undefined) : undefined,
  );

  /** The cart with every change that is still under way already made. */
  readonly cart: Signal<CartFieldsFragment | undefined> = computed(() => {
    const cart = this.confirmed();
    return cart && withPending(cart, this.pending());
  });
  readonly totalQuantity = computed(() => this.cart()?.totalQuantity ?? 0);
  /** Whether sums are not final yet. */
  readonly isChanging = computed(() => this.pending().size > 0);
  readonly status = this.query.status;
  readonly error = this.query.error;

  constructor() {
    afterNextRender(() => this.inBrowser.set(true));
  }

  /** Adds units; of a bundle, units that consist of these parts. */
  add(
    variationId: string,
    quantity: number,
    parts?: readonly CartLinePartInput[],
  ): Promise<AddResult> {
    const line = { variationId, quantity, ...(parts ? { parts: [...parts] } : {}) };
    return this.change(() => this.mutate(CartLinesAddDocument, { input: { lines: [line] } }));
  }

  /** Sets a line's quantity. Pressing fast sends only the newest wish. */
  async setQuantity(lineId: string, quantity: number): Promise<CartResult> {
    this.pending.update((pending) => new Map(pending).set(lineId, quantity));
    return this.change(
      async () => {
        if (this.pending().get(lineId) !== quantity) return undefined;
        const expectedVersion = this.version();
        return quantity === 0
          ? this.mutate(CartLinesRemoveDocument, { input: { lineIds: [lineId], expectedVersion } })
          : this.mutate(CartLinesUpdateDocument, {
              input: { lines: [{ lineId, quantity }], expectedVersion },
            });
      },
      () => {
        if (this.pending().get(lineId) === quantity) {
          this.pending.update((pending) => withoutPending(pending, lineId));
        }
      },
    );
  }

  remove(lineId: string): Promise<CartResult> {
    return this.setQuantity(lineId, 0);
  }

  applyCoupon(code: string): Promise<CartResult> {
    return this.change(() =>
      this.mutate(CartCouponsApplyDocument, { input: { couponCodes: [code.trim()] } }),
    );
  }

  removeCoupon(code: string): Promise<CartResult> {
    return this.change(() =>
      this.mutate(CartCouponsRemoveDocument, { input: { couponCodes: [code] } }),
    );
  }

  /** Asks for the cart anew, such as after an order was placed. */
  reload(): void {
    this.query.reload();
  }

  private change(
    send: () => Promise<CartPayload | undefined>,
    settle: () => void = () => undefined,
  ): Promise<CartResult> {
    const result = this.queue.then(async (): Promise<CartResult> => {
      try {
        const payload = await send();
        return payload ? this.take(payload) : { ok: true };
      } catch (error) {
        if (error instanceof RequestError) return { ok: false, message: error.message };
        throw error;
      } finally {
        settle();
      }
    });
    this.queue = result.catch(() => undefined);
    return result;
  }

  private take({ cart, userErrors, warnings }: CartPayload): CartResult {
    if (cart) {
      this.apollo.client.writeQuery({ query: CartDocument, data: { cart } });
    }
    const [refusal] = userErrors;
    if (refusal || !cart) {
      if (!cart) this.reload();
      return { ok: false, message: cartRefusalText(refusal) };
    }
    const notice = warnings.map(({ message }) => message).join(' ');
    return notice ? { ok: true, notice } : { ok: true };
  }

  private version(): number | undefined {
    return untracked(this.confirmed)?.version;
  }
}
