import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';

import { injectMutate } from '#shared/graphql/mutate';
import { queryResource } from '#shared/graphql/query-resource';
import { RequestError } from '#shared/graphql/request-error';
import type { ReturnReason } from '#shared/graphql/types.generated';
import { Price } from '#shared/money/price';
import { Button } from '#shared/ui/button/button';
import { Drawer } from '#shared/ui/drawer/drawer';
import { Field } from '#shared/ui/field/field';
import { Input } from '#shared/ui/field/input';
import { Quantity } from '#shared/ui/quantity/quantity';
import { Skeleton } from '#shared/ui/skeleton/skeleton';
import { Toaster } from '#shared/ui/toast/toaster';
import type { OrderDetailsFragment } from '../../../data/order-fragments.generated';
import {
  RequestReturnDocument,
  ReturnPreviewDocument,
} from '../../../data/order-queries.generated';
import { lineName, RETURN_REASONS } from '../../../data/order-words';
import {
  choiceOf,
  draftLines,
  draftProblem,
  draftUnits,
  type ReturnDraft,
} from '../../../data/return-draft';

const LONGEST_NOTE = 1_000;

/** Asks what should be sent back and why, and tells beforehand what money that brings. */
@Component({
  selector: 'app-return-request',
  imports: [Button, Drawer, Field, Input, Price, Quantity, Skeleton],
  templateUrl: './return-request.html',
})
export class ReturnRequest {
  private readonly mutate = injectMutate();
  private readonly toaster = inject(Toaster);

  readonly order = input.required<OrderDetailsFragment>();
  /** The order is no longer as it was. */
  readonly changed = output();

  protected readonly reasons = RETURN_REASONS;
  protected readonly longestNote = LONGEST_NOTE;
  protected readonly draft = signal<ReturnDraft>({});
  protected readonly note = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly lines = computed(() =>
    this.order()
      .lines.filter(({ returnableQuantity }) => returnableQuantity > 0)
      .map((line) => ({
        id: line.id,
        name: lineName(line),
        most: line.returnableQuantity,
        ...choiceOf(this.draft(), line.id),
      })),
  );
  protected readonly preview = queryResource(
    ReturnPreviewDocument,
    () => {
      const lines = draftUnits(this.draft());
      if (lines.length === 0) return undefined;
      return { input: { trackingToken: this.order().trackingToken, lines } };
    },
    { fetchPolicy: 'network-only', keepPrevious: true },
  );
  protected readonly refund = computed(() =>
    this.preview.hasValue() ? this.preview.value().returnPreview : undefined,
  );

  private readonly dialog = viewChild.required(Drawer);
  // One key per wish: a retry after a lost answer must not be a second return.
  private idempotencyKey = '';

  protected ask(): void {
    this.draft.set({});
    this.note.set('');
    this.problem.set(null);
    this.idempotencyKey = crypto.randomUUID();
    this.dialog().open();
  }

  protected setQuantity(lineId: string, quantity: number): void {
    this.change(lineId, { quantity });
  }

  protected setReason(lineId: string, reason: string): void {
    this.change(lineId, { reason: reason as ReturnReason | '' });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const problem = draftProblem(this.draft());
    this.problem.set(problem);
    if (problem || this.isBusy()) return;
    const { trackingToken } = this.order();
    this.isBusy.set(true);
    try {
      const { orderReturn, userErrors } = await this.mutate(RequestReturnDocument, {
        input: {
          trackingToken,
          lines: draftLines(this.draft()),
          note: this.note().trim() || null,
          idempotencyKey: this.idempotencyKey,
        },
      });
      const [refusal] = userErrors;
      if (refusal || !orderReturn) {
        this.problem.set(refusal?.message ?? 'The request was not taken. Please try again.');
        return;
      }
      this.dialog().close();
      this.toaster.show(`Return ${orderReturn.number} is requested. We answer by email.`);
      this.changed.emit();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.problem.set(error.message);
    } finally {
      this.isBusy.set(false);
    }
  }

  private change(lineId: string, given: Partial<ReturnDraft[string]>): void {
    this.problem.set(null);
    // A changed wish is another request; the key of the old one would bring its old answer.
    this.idempotencyKey = crypto.randomUUID();
    this.draft.update((draft) => ({
      ...draft,
      [lineId]: { ...choiceOf(draft, lineId), ...given },
    }));
  }
}
