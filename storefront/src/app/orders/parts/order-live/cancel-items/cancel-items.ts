import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';

import { injectMutate } from '#shared/graphql/mutate';
import { queryResource } from '#shared/graphql/query-resource';
import { RequestError } from '#shared/graphql/request-error';
import { Button } from '#shared/ui/button/button';
import { Drawer } from '#shared/ui/drawer/drawer';
import { Quantity } from '#shared/ui/quantity/quantity';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { Toaster } from '#shared/ui/toast/toaster';
import {
  cancelChoices,
  type CancelDraft,
  cancelSumsText,
  chosenUnits,
  unitCount,
} from '../../../data/cancel-draft';
import type { OrderDetailsFragment } from '../../../data/order-fragments.generated';
import {
  CancelOrderLinesDocument,
  OrderLinesCancelPreviewDocument,
} from '../../../data/order-queries.generated';
import { mayDo } from '../../../data/order-status';
import { cancelRefusalText } from '../../../data/order-words';

/** Takes some of what was ordered out again, and tells beforehand what that does to the money. */
@Component({
  selector: 'app-cancel-items',
  imports: [Button, Drawer, Quantity, Skeleton],
  templateUrl: './cancel-items.html',
})
export class CancelItems {
  private readonly mutate = injectMutate();
  private readonly toaster = inject(Toaster);

  readonly order = input.required<OrderDetailsFragment>();
  /** The order is no longer as it was. */
  readonly changed = output();

  private readonly draft = signal<CancelDraft>({});
  /** Whoever was asked is also told how it ended, when it can no longer be offered. */
  protected readonly wasAsked = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly lines = computed(() => cancelChoices(this.order().lines, this.draft()));
  private readonly units = computed(() => chosenUnits(this.lines()));
  private readonly most = computed(() =>
    unitCount(this.lines().map(({ most }) => ({ quantity: most }))),
  );
  protected readonly count = computed(() => unitCount(this.units()));
  /** Whether nothing of the order would be left. */
  protected readonly isAll = computed(() => this.count() > 0 && this.count() === this.most());
  /** A single unit is the whole order, for which there is a button of its own. */
  protected readonly isOffered = computed(
    () =>
      mayDo(this.order(), 'CANCEL_LINES') && (this.most() > 1 || !mayDo(this.order(), 'CANCEL')),
  );
  protected readonly action = computed(() => {
    if (this.isAll()) return 'Cancel all of it';
    return this.count() < 2 ? 'Cancel 1 item' : `Cancel ${this.count()} items`;
  });

  protected readonly preview = queryResource(
    OrderLinesCancelPreviewDocument,
    () => {
      const lines = this.units();
      if (lines.length === 0) return undefined;
      return { input: { trackingToken: this.order().trackingToken, lines } };
    },
    { fetchPolicy: 'network-only', keepPrevious: true },
  );
  protected readonly sums = computed(() => {
    if (!this.preview.hasValue()) return null;
    const { userErrors, ...sums } = this.preview.value().orderLinesCancelPreview;
    const [refusal] = userErrors;
    return {
      text: cancelSumsText(sums, this.order().paymentStatus),
      refusal: refusal ? cancelRefusalText(refusal) : null,
    };
  });

  private readonly dialog = viewChild.required(Drawer);
  // One key per wish: a retry after a lost answer must not cancel twice.
  private idempotencyKey = '';

  protected ask(): void {
    this.choose({});
    this.wasAsked.set(true);
    this.dialog().open();
  }

  protected keep(): void {
    this.dialog().close();
  }

  protected setQuantity(lineId: string, quantity: number): void {
    this.choose({ ...this.draft(), [lineId]: quantity });
  }

  protected async cancel(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const count = this.count();
    if (count === 0) {
      this.problem.set('Choose what should not be sent.');
      return;
    }
    this.problem.set(null);
    this.isBusy.set(true);
    try {
      const { trackingToken, version } = this.order();
      const { userErrors } = await this.mutate(CancelOrderLinesDocument, {
        input: {
          trackingToken,
          lines: this.units(),
          expectedVersion: version,
          idempotencyKey: this.idempotencyKey,
        },
      });
      this.changed.emit();
      const [refusal] = userErrors;
      if (refusal) {
        // What was refused once is asked anew, with what is known by then.
        this.idempotencyKey = crypto.randomUUID();
        this.problem.set(cancelRefusalText(refusal));
        return;
      }
      this.dialog().close();
      this.toaster.show(count === 1 ? '1 item is cancelled.' : `${count} items are cancelled.`);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    } finally {
      this.isBusy.set(false);
    }
  }

  private choose(draft: CancelDraft): void {
    this.problem.set(null);
    // A changed wish is another request; the key of the old one would bring its old answer.
    this.idempotencyKey = crypto.randomUUID();
    this.draft.set(draft);
  }
}
