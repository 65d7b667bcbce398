import { Component, computed, input, output, signal, viewChild } from '@angular/core';

import { injectMutate } from '#shared/graphql/mutate';
import { RequestError } from '#shared/graphql/request-error';
import { Button } from '#shared/ui/button/button';
import { Drawer } from '#shared/ui/drawer/drawer';
import type { OrderDetailsFragment } from '../../../data/order-fragments.generated';
import { CancelOrderDocument } from '../../../data/order-queries.generated';
import { mayDo } from '../../../data/order-status';
import { cancelRefusalText } from '../../../data/order-words';

/** Cancels the order after asking once more. */
@Component({
  selector: 'app-cancel-order',
  imports: [Button, Drawer],
  templateUrl: './cancel-order.html',
})
export class CancelOrder {
  private readonly mutate = injectMutate();

  readonly order = input.required<OrderDetailsFragment>();
  /** The order is no longer as it was. */
  readonly changed = output();

  protected readonly isOffered = computed(() => mayDo(this.order(), 'CANCEL'));
  /** Whoever was asked is also told how it ended, when it can no longer be offered. */
  protected readonly wasAsked = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  private readonly dialog = viewChild.required(Drawer);
  // One key per wish to cancel: a retry after a lost answer must not be a second cancellation.
  private idempotencyKey = '';

  protected ask(): void {
    this.problem.set(null);
    this.idempotencyKey = crypto.randomUUID();
    this.wasAsked.set(true);
    this.dialog().open();
  }

  protected keep(): void {
    this.dialog().close();
  }

  protected async cancel(): Promise<void> {
    const { trackingToken, version } = this.order();
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { userErrors } = await this.mutate(CancelOrderDocument, {
        input: {
          trackingToken,
          expectedVersion: version,
          idempotencyKey: this.idempotencyKey,
        },
      });
      this.changed.emit();
      const [refusal] = userErrors;
      if (!refusal) {
        this.dialog().close();
        return;
      }
      this.problem.set(cancelRefusalText(refusal));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    } finally {
      this.isBusy.set(false);
    }
  }
}
